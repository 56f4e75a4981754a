import { oneOf } from '@tidemark/api/work';
import { PAYMENT_METHODS, type PaymentMethod } from '@tidemark/contracts';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { Invoice } from '../invoices/invoice.entity';
import { MinorColumn } from '../minor-column';

/** Money that came in for an invoice: all of it or a part. */
@Entity('invoice_payment')
@Index(['invoiceId'])
@Check('invoice_payment_amount_minor_check', 'amount_minor > 0')
@Check('invoice_payment_method_check', oneOf('method', PAYMENT_METHODS))
export class Payment {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @ManyToOne(() => Invoice, (invoice) => invoice.payments, {
    nullable: false,
    onDelete: 'RESTRICT',
  })
  @JoinColumn()
  readonly invoice: Relation<Invoice>;

  @Column({ type: 'int' })
  readonly invoiceId: number;

  @MinorColumn()
  readonly amountMinor: bigint;

  @Column({ type: 'varchar', length: 20 })
  readonly method: PaymentMethod;

  /** A calendar day. */
  @Column({ type: 'date' })
  readonly paidOn: string;

  @Column({ type: 'text', default: '' })
  readonly note: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  readonly createdAt: Date;
}

import { User } from '@tidemark/api/accounts';
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

/** Money that came in for an invoice: all of it or a part. What was recorded by mistake stays, and does not count. */
@Entity('invoice_payment')
@Index(['invoiceId'])
@Check('invoice_payment_amount_minor_check', 'amount_minor > 0')
@Check(
  'invoice_payment_reversal_check',
  `num_nulls(reversed_at, reversed_by, reversal_reason) IN (0, 3) AND reversal_reason <> ''`,
)
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

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  readonly reversedAt: Date | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'reversed_by' })
  readonly reverser: User | null;

  @Column({ type: 'int', nullable: true })
  readonly reversedBy: number | null;

  @Column({ type: 'text', nullable: true })
  readonly reversalReason: string | null;
}

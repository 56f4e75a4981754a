import { INVOICE_STATUSES, type InvoiceStatus, fromMinor } from '@tidemark/contracts';
import { Client, oneOf } from '@tidemark/api/work';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { MinorColumn } from '../minor-column';
import { toRate } from '../money';
import { Payment } from '../payments/payment.entity';
import { InvoiceLine } from './invoice-line.entity';

/** What a client is asked to pay. Its number is drawn when it is made, and no number is ever missing. */
@Entity()
@Unique(['number'])
@Unique(['seriesYear', 'seriesNumber'])
@Index(['clientId'])
@Index(['status', 'dueDate'])
@Check('invoice_status_check', oneOf('status', INVOICE_STATUSES))
@Check('invoice_tax_rate_check', 'tax_rate BETWEEN 0 AND 100')
@Check('invoice_due_date_check', 'due_date >= issue_date')
@Check('invoice_total_minor_check', 'total_minor >= 0 AND total_minor = subtotal_minor + tax_minor')
@Check(
  'invoice_paid_minor_check',
  `paid_minor BETWEEN 0 AND total_minor AND (paid_minor = 0 OR status NOT IN ('draft', 'cancelled'))`,
)
export class Invoice {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  /** "2026-0001" */
  @Column({ type: 'varchar', length: 20 })
  readonly number: string;

  @Column({ type: 'int' })
  readonly seriesYear: number;

  @Column({ type: 'int' })
  readonly seriesNumber: number;

  @ManyToOne(() => Client, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly client: Client;

  @Column({ type: 'int' })
  readonly clientId: number;

  @Column({ type: 'varchar', length: 20, default: 'draft' })
  status: InvoiceStatus;

  @Column({ type: 'varchar', length: 3 })
  currency: string;

  /** Per cent, as on the wire: "19" or "8.1". */
  @Column({
    type: 'numeric',
    precision: 6,
    scale: 3,
    transformer: { from: toRate, to: (rate: string) => rate },
  })
  taxRate: string;

  /** Calendar days. */
  @Column({ type: 'date' })
  issueDate: string;

  @Column({ type: 'date' })
  dueDate: string;

  @Column({ type: 'text', default: '' })
  notes: string;

  /** Counts the changes of lines, so that the trail notices one that leaves the total as it was. */
  @Column({ type: 'int', default: 1 })
  linesRevision: number;

  @MinorColumn()
  subtotalMinor: bigint;

  @MinorColumn()
  taxMinor: bigint;

  @MinorColumn()
  totalMinor: bigint;

  @MinorColumn({ default: 0 })
  paidMinor: bigint;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt: Date | null;

  @Column({ type: 'varchar', length: 254, nullable: true })
  sentTo: string | null;

  /** Until when somebody who is sending it has it to themselves. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sendingUntil: Date | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  readonly createdAt: Date;

  @OneToMany(() => InvoiceLine, (line) => line.invoice)
  readonly lines: Relation<InvoiceLine>[];

  @OneToMany(() => Payment, (payment) => payment.invoice)
  readonly payments: Relation<Payment>[];

  /** Decimal texts, as on the wire and in the trail. */
  get total(): string {
    return fromMinor(this.totalMinor, this.currency);
  }

  get amountPaid(): string {
    return fromMinor(this.paidMinor, this.currency);
  }

  get balanceMinor(): bigint {
    return this.totalMinor - this.paidMinor;
  }

  get balance(): string {
    return fromMinor(this.balanceMinor, this.currency);
  }
}

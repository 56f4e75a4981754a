import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  VirtualColumn,
} from 'typeorm';
import { MinorColumn } from '../minor-column';
import { Invoice } from './invoice.entity';

/** One thing that an invoice bills: written by hand, or made of time entries that refer to it. */
@Entity()
@Index(['invoiceId', 'position'])
export class InvoiceLine {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @ManyToOne(() => Invoice, (invoice) => invoice.lines, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  readonly invoice: Relation<Invoice>;

  @Column({ type: 'int' })
  readonly invoiceId: number;

  /** From 0, in the order of the invoice. */
  @Column({ type: 'int' })
  position: number;

  @Column({ type: 'text' })
  description: string;

  @Column({ type: 'numeric', precision: 9, scale: 2 })
  quantity: string;

  @MinorColumn()
  unitPriceMinor: bigint;

  /** Rounded by itself, halves up. */
  @MinorColumn()
  amountMinor: bigint;

  /** Counted when it is read. */
  @VirtualColumn('int', {
    query: (line) => `SELECT count(*)::int FROM time_entry WHERE invoice_line_id = ${line}.id`,
  })
  readonly timeEntryCount: number;
}

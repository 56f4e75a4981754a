import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Invoice } from '../invoices/invoice.entity';

/** A mail that was kept, because there is no mail server to give it to. */
@Entity()
@Index(['invoiceId'])
export class MailMessage {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @Column({ type: 'varchar', length: 254 })
  readonly recipient: string;

  @Column({ type: 'varchar', length: 255 })
  readonly subject: string;

  @Column({ type: 'text' })
  readonly text: string;

  @Column({ type: 'varchar', length: 255, nullable: true })
  readonly attachmentName: string | null;

  /** Only read when it is asked for. */
  @Column({ type: 'bytea', nullable: true, select: false })
  readonly attachment: Buffer | null;

  @ManyToOne(() => Invoice, { onDelete: 'SET NULL' })
  @JoinColumn()
  readonly invoice: Invoice | null;

  @Column({ type: 'int', nullable: true })
  readonly invoiceId: number | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  readonly createdAt: Date;
}

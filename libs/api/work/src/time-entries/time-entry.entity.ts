import { User } from '@tidemark/api/accounts';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { oneOf } from '../one-of';
import { Project } from '../projects/project.entity';
import { Task } from '../tasks/task.entity';

export const SOURCES = ['timer', 'manual', 'import'] as const;
export type TimeSource = (typeof SOURCES)[number];

/**
 * Time one person spent on a project. A running timer is an entry without an end, and a person has at most
 * one. The end may equal the start: where the clock went back while the timer ran.
 */
@Entity()
@Index('time_entry_running_idx', ['userId'], { unique: true, where: 'ended_at IS NULL' })
@Index(['userId', 'startedAt'])
@Index(['projectId', 'startedAt'])
@Index(['taskId'])
@Index(['startedAt'])
@Index(['endedAt'])
@Index('time_entry_invoice_line_id_idx', ['invoiceLineId'], {
  where: 'invoice_line_id IS NOT NULL',
})
@Check('time_entry_source_check', oneOf('source', SOURCES))
@Check('time_entry_ended_at_check', 'ended_at >= started_at')
export class TimeEntry {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly user: User;

  @Column({ type: 'int' })
  readonly userId: number;

  @ManyToOne(() => Project, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly project: Project;

  @Column({ type: 'int' })
  projectId: number;

  /** Refers to the project too: a task of another project cannot be stored. */
  @ManyToOne(() => Task, { onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'task_id', referencedColumnName: 'id' },
    { name: 'project_id', referencedColumnName: 'projectId' },
  ])
  readonly task: Task | null;

  @Column({ type: 'int', nullable: true })
  taskId: number | null;

  @Column({ type: 'text', default: '' })
  note: string;

  @Column({ type: 'boolean', default: true })
  billable: boolean;

  @Column({ type: 'varchar', length: 20 })
  readonly source: TimeSource;

  @Column({ type: 'timestamptz', precision: 3 })
  startedAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt: Date | null;

  /** Named by its name, because billing builds on work and not the other way round. */
  @ManyToOne('InvoiceLine', { onDelete: 'SET NULL' })
  @JoinColumn()
  readonly invoiceLine: { id: number } | null;

  /** The line of an invoice that bills the entry: while there is one, nobody changes the entry. */
  @Column({ type: 'int', nullable: true })
  invoiceLineId: number | null;
}

import { User } from '@tidemark/api/accounts';
import {
  TASK_PRIORITIES,
  TASK_STATUSES,
  type TaskPriority,
  type TaskStatus,
} from '@tidemark/contracts';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { decimalHours } from '../decimal-hours';
import { oneOf } from '../one-of';
import { Project } from '../projects/project.entity';

/** Something to be done in a project. It stays in that project for good. */
@Entity()
@Index(['projectId', 'status'])
@Index(['assignedTo'])
// So that a time entry can refer to a task of its own project only.
@Unique(['id', 'projectId'])
@Check('task_status_check', oneOf('status', TASK_STATUSES))
@Check('task_priority_check', oneOf('priority', TASK_PRIORITIES))
export class Task {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @ManyToOne(() => Project, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly project: Project;

  @Column({ type: 'int' })
  readonly projectId: number;

  @Column({ type: 'varchar', length: 255, collation: 'unicode' })
  name: string;

  @Column({ type: 'text', default: '' })
  description: string;

  @Column({ type: 'varchar', length: 20, default: 'todo' })
  status: TaskStatus;

  @Column({ type: 'varchar', length: 20, default: 'medium' })
  priority: TaskPriority;

  @ManyToOne(() => User, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'assigned_to' })
  readonly assignee: User | null;

  @Column({ type: 'int', nullable: true })
  assignedTo: number | null;

  /** A calendar day, "2026-01-15": the same day in every zone. */
  @Column({ type: 'date', nullable: true })
  dueDate: string | null;

  @Column({ type: 'numeric', precision: 8, scale: 2, nullable: true, transformer: decimalHours })
  estimateHours: number | null;

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'created_by' })
  readonly creator: User;

  @Column({ type: 'int' })
  readonly createdBy: number;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  readonly createdAt: Date;
}

const CLOSED: readonly TaskStatus[] = ['done', 'cancelled'];

export const isClosed = (status: TaskStatus): boolean => CLOSED.includes(status);

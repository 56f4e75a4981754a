import { User } from '@tidemark/api/accounts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Project } from '../projects/project.entity';
import { Task } from '../tasks/task.entity';

/** Work that a person tracks again and again. No two of a person have the same name, whatever its letter case. */
@Entity()
@Index('time_entry_template_name_key', { synchronize: false })
@Index(['projectId'])
@Index(['taskId'])
export class TimeEntryTemplate {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly user: User;

  @Column({ type: 'int' })
  readonly userId: number;

  @Column({ type: 'varchar', length: 255, collation: 'unicode' })
  name: string;

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

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  readonly createdAt: Date;
}

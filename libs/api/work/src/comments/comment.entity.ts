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
import { Project } from '../projects/project.entity';
import { Task } from '../tasks/task.entity';

/** What somebody said about a task or, without one, about the project. */
@Entity()
@Index(['projectId', 'createdAt'])
@Index(['taskId', 'createdAt'])
@Check('comment_body_check', "body <> ''")
export class Comment {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @ManyToOne(() => Project, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly project: Project;

  @Column({ type: 'int' })
  readonly projectId: number;

  /** Refers to the project too: a task of another project cannot be stored. */
  @ManyToOne(() => Task, { onDelete: 'RESTRICT' })
  @JoinColumn([
    { name: 'task_id', referencedColumnName: 'id' },
    { name: 'project_id', referencedColumnName: 'projectId' },
  ])
  readonly task: Task | null;

  @Column({ type: 'int', nullable: true })
  readonly taskId: number | null;

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly author: User;

  @Column({ type: 'int' })
  readonly authorId: number;

  /** Markdown, with people by their ids: see `mentions.ts`. */
  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  readonly createdAt: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  editedAt: Date | null;
}

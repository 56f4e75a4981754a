import { User } from '@tidemark/api/accounts';
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Project } from './project.entity';

/** A project that a person wants first in lists. */
@Entity()
@Unique(['userId', 'projectId'])
@Index(['projectId'])
export class ProjectFavorite {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @ManyToOne(() => Project, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly project: Project;

  @Column({ type: 'int' })
  projectId: number;

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly user: User;

  @Column({ type: 'int' })
  userId: number;
}

import { User } from '@tidemark/api/accounts';
import { PROJECT_ROLES, type ProjectRole } from '@tidemark/contracts';
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
import { oneOf } from '../one-of';
import { Project } from './project.entity';

/** A person in a project. Members work on it and see what happens in it; leads also manage it. */
@Entity()
@Unique(['projectId', 'userId'])
@Index(['userId', 'projectId'])
@Check('project_member_role_check', oneOf('role', PROJECT_ROLES))
export class ProjectMember {
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

  @Column({ type: 'varchar', length: 20 })
  role: ProjectRole;
}

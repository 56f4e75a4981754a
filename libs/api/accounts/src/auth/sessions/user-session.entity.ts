import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { User } from '../../users/user.entity';

/** One sign-in that goes on: the family of its refresh tokens. It is over when the row is gone. */
@Entity('session')
export class UserSession {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly user: Relation<User>;

  @Index()
  @Column({ type: 'int' })
  userId: number;

  @Column({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  /** The end when nobody uses it. Each refresh moves it. */
  @Column({ type: 'timestamptz', precision: 3 })
  idleUntil: Date;

  /** The end in any case. */
  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt: Date;
}

import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { UserSession } from './user-session.entity';

/** A refresh token that was given out. Used ones stay while the session lasts, so that a thief is noticed. */
@Entity()
export class RefreshToken {
  /** SHA-256 of the token. */
  @PrimaryColumn({ type: 'bytea' })
  hash: Buffer;

  @ManyToOne(() => UserSession, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  readonly session: Relation<UserSession>;

  @Index()
  @Column({ type: 'int' })
  sessionId: number;

  /** When its successor was given out; null for the one that is valid. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  usedAt: Date | null;
}

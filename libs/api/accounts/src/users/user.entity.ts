import type { Role, Theme, WeekStart } from '@tidemark/contracts';
import type { Viewer } from '@tidemark/api/platform';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A person with an account. History holds ids only: the names it speaks of are read from here. E-mail
 * addresses are unique whatever their case (`user_email_key`, an index on an expression).
 */
@Entity()
@Check('user_username_check', `username ~ '^[a-z0-9._-]{2,50}$'`)
@Check('user_role_check', `role IN ('admin', 'auditor', 'member')`)
@Check('user_theme_check', `theme IN ('system', 'light', 'dark')`)
@Check('user_week_start_check', `week_start IN (1, 6, 7)`)
export class User implements Viewer {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @Column({ type: 'text', unique: true })
  username: string;

  @Column({ type: 'text' })
  displayName: string;

  @Column({ type: 'text' })
  email: string;

  /** Argon2id; null until the person has set a password by the invitation link. */
  @Column({ type: 'text', nullable: true })
  passwordHash: string | null;

  @Column({ type: 'text', default: 'member' })
  role: Role;

  /** IANA name. */
  @Column({ type: 'text', default: 'UTC' })
  timeZone: string;

  @Column({ type: 'text', default: 'system' })
  theme: Theme;

  /** ISO weekday. */
  @Column({ type: 'smallint', default: 1 })
  weekStart: WeekStart;

  @Column({ type: 'boolean', default: true })
  isActive: boolean;

  /** Access tokens carry it; one that carries another is dead. */
  @Column({ type: 'int', default: 0 })
  tokenVersion: number;

  /** Bookkeeping: leaves `updatedAt` alone. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastSignInAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt: Date;

  /** When the person was last changed: answers that show names are stale once somebody's is newer. */
  @Index()
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt: Date;
}

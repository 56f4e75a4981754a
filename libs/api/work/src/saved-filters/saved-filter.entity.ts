import { User } from '@tidemark/api/accounts';
import {
  type ActivityParams,
  SAVED_FILTER_SCOPES,
  type SavedFilterScope,
} from '@tidemark/contracts';
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

/** A filter of the activity page under a name. No two of a person have the same name, whatever its letter case. */
@Entity()
@Index('saved_filter_name_key', { synchronize: false })
@Check('saved_filter_scope_check', oneOf('scope', SAVED_FILTER_SCOPES))
export class SavedFilter {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly user: User;

  @Column({ type: 'int' })
  readonly userId: number;

  @Column({ type: 'varchar', length: 255, collation: 'unicode' })
  name: string;

  @Column({ type: 'varchar', length: 20, default: 'oneself' })
  scope: SavedFilterScope;

  @Column({ type: 'jsonb' })
  filter: ActivityParams;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  readonly createdAt: Date;
}

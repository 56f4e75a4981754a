import { PROJECT_STATUSES, type ProjectStatus } from '@tidemark/contracts';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Client } from '../clients/client.entity';
import { decimalHours } from '../decimal-hours';
import { oneOf } from '../one-of';

/** Work for a client that people track time on. Only an archived one has a reason for that. */
@Entity()
@Index(['clientId'])
@Check('project_status_check', oneOf('status', PROJECT_STATUSES))
@Check('project_archived_reason_check', `status = 'archived' OR archived_reason IS NULL`)
export class Project {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @Column({ type: 'varchar', length: 255, collation: 'unicode' })
  name: string;

  @Column({ type: 'text', default: '' })
  description: string;

  @ManyToOne(() => Client, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly client: Client;

  @Column({ type: 'int' })
  clientId: number;

  /** "#rrggbb" */
  @Column({ type: 'varchar', length: 7 })
  color: string;

  /** A decimal string: binary fractions cannot hold cents. */
  @Column({ type: 'numeric', precision: 12, scale: 2, nullable: true })
  hourlyRate: string | null;

  @Column({ type: 'numeric', precision: 8, scale: 2, nullable: true, transformer: decimalHours })
  budgetHours: number | null;

  @Column({ type: 'varchar', length: 20, default: 'active' })
  status: ProjectStatus;

  @Column({ type: 'text', nullable: true })
  archivedReason: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  readonly createdAt: Date;
}

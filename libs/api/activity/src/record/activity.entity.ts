import type { Action, EntityType, FieldChange, Json } from '@tidemark/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * One line of the trail. Rows are only ever inserted: the database refuses everything else. There is no
 * foreign key to people or entities, because history outlives them.
 * Its table is made by hand: indexes with directions, and `xid`, the transaction that wrote the row, which
 * readers that must not miss one follow, are more than decorators can say.
 */
@Entity({ synchronize: false })
export class Activity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  readonly createdAt: Date;

  @Column({ type: 'int', nullable: true })
  readonly userId: number | null;

  /** "person", "anonymous" or "job:<name>" */
  @Column({ type: 'text' })
  readonly source: string;

  @Column({ type: 'text' })
  readonly action: Action;

  @Column({ type: 'text' })
  readonly entityType: EntityType;

  @Column({ type: 'bigint', nullable: true })
  readonly entityId: number | null;

  @Column({ type: 'int', nullable: true })
  readonly projectId: number | null;

  @Column({ type: 'text' })
  readonly entityName: string;

  @Column({ type: 'text' })
  readonly description: string;

  @Column({ type: 'jsonb', default: {} })
  readonly extraData: Record<string, Json>;

  @Column({ type: 'jsonb', default: [] })
  readonly changes: FieldChange[];

  @Column({ type: 'inet', nullable: true })
  readonly ipAddress: string | null;

  @Column({ type: 'text', nullable: true })
  readonly userAgent: string | null;

  @Column({ type: 'text', nullable: true })
  readonly requestId: string | null;

  /** Rows of one bulk change carry the same one. */
  @Column({ type: 'uuid', nullable: true })
  readonly batchId: string | null;
}

import { Column, Entity, PrimaryGeneratedColumn, VirtualColumn } from 'typeorm';

/** Somebody the team works for. No two have the same name, whatever its letter case. */
@Entity()
export class Client {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @Column({ type: 'varchar', length: 255, collation: 'unicode' })
  name: string;

  @Column({ type: 'varchar', length: 254, nullable: true })
  email: string | null;

  @Column({ type: 'text', default: '' })
  note: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt: Date | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  readonly createdAt: Date;

  /** Counted when it is asked for. */
  @VirtualColumn('int', {
    select: false,
    query: (client) => `SELECT count(*)::int FROM project WHERE client_id = ${client}.id`,
  })
  readonly projectCount: number;
}

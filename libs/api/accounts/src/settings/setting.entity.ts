import type { SettingName } from '@tidemark/contracts';
import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What the organisation has set for everybody: one row for each setting, which is there from the beginning. */
@Entity()
@Unique(['name'])
export class Setting {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' })
  readonly id: number;

  @Column({ type: 'varchar', length: 50 })
  readonly name: SettingName;

  /** As text; null says "never". */
  @Column({ type: 'text', nullable: true })
  value: string | null;
}

import { User } from '@tidemark/api/accounts';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/**
 * A month that is closed: nothing of its time can change. It is kept with the instants at which it began and
 * ended when it was closed, so that nothing which is said of zones later can move it.
 */
@Entity()
@Check('closed_period_id_check', 'id BETWEEN 200001 AND 209912 AND id % 100 BETWEEN 1 AND 12')
@Check('closed_period_ends_at_check', 'ends_at > begins_at')
export class ClosedPeriod {
  /** The month as a number, 202601: it names the month in the trail beside the settings. */
  @PrimaryColumn({ type: 'int' })
  readonly id: number;

  @Column({ type: 'timestamptz', precision: 3 })
  readonly beginsAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  readonly endsAt: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  readonly closedAt: Date;

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'closed_by' })
  readonly closer: User;

  @Column({ type: 'int' })
  readonly closedBy: number;
}

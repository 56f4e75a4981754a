import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from './user.entity';

/** The one link by which a person may set a password now. A new one takes the place of the old. */
@Entity()
export class Invitation {
  @PrimaryColumn({ type: 'int' })
  userId: number;

  @ManyToOne(() => User, { nullable: false, onDelete: 'RESTRICT' })
  @JoinColumn()
  readonly user: Relation<User>;

  /** SHA-256 of the token: the link itself is shown once and not kept. */
  @Column({ type: 'bytea', unique: true })
  tokenHash: Buffer;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt: Date;
}

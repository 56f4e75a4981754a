import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock, ProblemException, refuseDuplicate, Transactions } from '@tidemark/api/platform';
import { type DeepPartial, Not, Repository } from 'typeorm';
import { User } from './user.entity';

/** One after the other: whatever decides who is an administrator. The number means nothing. */
const ADMINISTRATORS_LOCK = 5_120_733;

const USERNAME_TAKEN = {
  index: 'user_username_key',
  pointer: '/username',
  sentence: 'Somebody else has this username',
};
const EMAIL_TAKEN = {
  index: 'user_email_key',
  pointer: '/email',
  sentence: 'Somebody else has this e-mail address',
};

/** People as rows. It records nothing: its callers know what happened. */
@Injectable()
export class UserRecords {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException not-found */
  async find(id: number): Promise<User> {
    const user = await this.users.findOneBy({ id });
    if (!user) throw new ProblemException('not-found', 'There is no such person');
    return user;
  }

  /** @throws ProblemException duplicate when the username or the e-mail address is taken */
  async add(fields: DeepPartial<User>): Promise<User> {
    const now = this.clock.now();
    const user = this.users.create({ ...fields, createdAt: now, updatedAt: now });
    return this.save(user);
  }

  /**
   * Writes what differs; fields that are left out or the same stay, and so does `updatedAt` then.
   * @throws ProblemException duplicate when the e-mail address is taken
   */
  async change(user: User, fields: Partial<User>): Promise<User> {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    const differing = given.filter(([name, value]) => user[name as keyof User] !== value);
    if (differing.length === 0) return user;
    Object.assign(user, Object.fromEntries(differing), { updatedAt: this.clock.now() });
    return this.save(user);
  }

  /** Whether nobody has an account yet. */
  async isEmpty(): Promise<boolean> {
    return !(await this.users.exists());
  }

  /** Whether there is an active administrator beside this person. */
  hasOtherAdmin(id: number): Promise<boolean> {
    return this.users.existsBy({ id: Not(id), role: 'admin', isActive: true });
  }

  /** Makes others who decide on administrators wait until the open transaction ends. */
  async lockAdministrators(): Promise<void> {
    await this.transactions.manager.query('SELECT pg_advisory_xact_lock($1)', [
      ADMINISTRATORS_LOCK,
    ]);
  }

  /** The database decides what is taken: looking first would leave a gap. */
  private save(user: User): Promise<User> {
    const saved = refuseDuplicate(this.users.save(user), USERNAME_TAKEN);
    return refuseDuplicate(saved, EMAIL_TAKEN);
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService, ProjectAccess } from '@tidemark/api/activity';
import { ProblemException, RequestContext, Transactions } from '@tidemark/api/platform';
import type { ChangePassword, Me, SaveMe } from '@tidemark/contracts';
import { IsNull, Repository } from 'typeorm';
import { refuseGuessable } from '../auth/passwords/password-rules';
import { Passwords } from '../auth/passwords/passwords';
import { Sessions } from '../auth/sessions/sessions';
import { SignInLimits } from '../auth/sign-in/sign-in-limits';
import { tooManyAttempts } from '../auth/sign-in/sign-in-problems';
import type { SignedInPerson } from '../auth/tokens/jwt.strategy';
import { userSubject } from './user.activity';
import { User } from './user.entity';
import { UserRecords } from './user-records';
import { toMe } from './user.view';

/** What people do with their own account. */
@Injectable()
export class ProfileService {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly records: UserRecords,
    private readonly access: ProjectAccess,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly limits: SignInLimits,
    private readonly activity: ActivityService,
    private readonly context: RequestContext,
    private readonly transactions: Transactions,
  ) {}

  async me(id: number): Promise<Me> {
    return toMe(await this.records.find(id), await this.access.leadsAny(id));
  }

  /** @throws ProblemException duplicate when somebody else has the e-mail address */
  async update(id: number, input: SaveMe): Promise<Me> {
    await this.records.change(await this.records.find(id), {
      displayName: input.display_name,
      email: input.email,
      timeZone: input.time_zone,
      theme: input.theme,
      weekStart: input.week_start,
    });
    return this.me(id);
  }

  /**
   * Sets a new password, ends the person's other sessions and records it.
   * @throws ProblemException validation-failed (`wrong-password`, `common-password`), rate-limited
   */
  async changePassword(
    { id, sessionId }: SignedInPerson,
    { current_password, new_password }: ChangePassword,
  ): Promise<void> {
    const user = await this.records.find(id);
    await this.confirm(user, sessionId, current_password);
    refuseGuessable(new_password, user, '/new_password');
    const passwordHash = await this.passwords.hash(new_password);
    await this.transactions.run(async () => {
      const unchanged = { id, passwordHash: user.passwordHash ?? IsNull() };
      const { affected } = await this.users.update(unchanged, { passwordHash });
      if (!affected) throw new ProblemException('conflict', 'The password was changed elsewhere');
      await this.activity.record(userSubject, 'password_changed', user);
      await this.sessions.closeAll(id, sessionId);
    });
  }

  /** Whoever found an unlocked screen must not be able to try passwords for long. */
  private async confirm(user: User, sessionId: number, password: string): Promise<void> {
    const attempt = {
      account: { userId: user.id },
      address: this.context.caller.ip,
      device: `session ${sessionId}`,
    };
    const seconds = await this.limits.admit(attempt);
    if (seconds > 0) throw tooManyAttempts(seconds);
    if (!(await this.passwords.matches(password, user.passwordHash))) throw wrongPassword();
    await this.limits.forgive(attempt);
  }
}

function wrongPassword(): ProblemException {
  const message = 'This is not your current password';
  return new ProblemException('validation-failed', message, {
    errors: [{ pointer: '/current_password', code: 'wrong-password', message }],
  });
}

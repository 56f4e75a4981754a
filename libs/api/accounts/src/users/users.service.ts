import { Injectable } from '@nestjs/common';
import { ActivityService } from '@tidemark/api/activity';
import { ProblemException, Transactions } from '@tidemark/api/platform';
import type { CreateUser, Invitation, SaveUser } from '@tidemark/contracts';
import { Sessions } from '../auth/sessions/sessions';
import { Invitations } from './invitations';
import { userSubject } from './user.activity';
import type { User } from './user.entity';
import { UserRecords } from './user-records';

/** What administrators do with accounts. */
@Injectable()
export class UsersService {
  constructor(
    private readonly records: UserRecords,
    private readonly invitations: Invitations,
    private readonly sessions: Sessions,
    private readonly activity: ActivityService,
    private readonly transactions: Transactions,
  ) {}

  /** @throws ProblemException not-found */
  find(id: number): Promise<User> {
    return this.records.find(id);
  }

  /**
   * Makes an account without a password, and the link by which its owner sets one. Records it.
   * @throws ProblemException duplicate
   */
  create(input: CreateUser): Promise<{ user: User; invitation: Invitation }> {
    return this.transactions.run(async () => {
      const user = await this.records.add({
        username: input.username,
        displayName: input.display_name,
        email: input.email,
        role: input.role,
        timeZone: input.time_zone ?? 'UTC',
      });
      await this.activity.record(userSubject, 'created', user);
      return { user, invitation: await this.invitations.issue(user) };
    });
  }

  /**
   * Changes an account; a deactivation ends all sessions of its owner at once.
   * @param changedBy id of the administrator
   * @throws ProblemException not-found, duplicate, last-admin, conflict (one's own role or account)
   */
  async update(changedBy: number, id: number, input: SaveUser): Promise<User> {
    const user = await this.records.find(id);
    await this.keepAdministrators(changedBy, user, input);
    const isLeaving = user.isActive && input.is_active === false;
    const changed = await this.records.change(user, {
      displayName: input.display_name,
      email: input.email,
      role: input.role,
      isActive: input.is_active,
      tokenVersion: isLeaving ? user.tokenVersion + 1 : undefined,
    });
    if (isLeaving) await this.sessions.closeAll(id);
    return changed;
  }

  /** Nobody gives up the own administration by mistake, and the last administrator stays. */
  private async keepAdministrators(
    changedBy: number,
    user: User,
    { role = user.role, is_active = user.isActive }: SaveUser,
  ): Promise<void> {
    const isAdmin = user.role === 'admin' && user.isActive;
    if (!isAdmin || (role === 'admin' && is_active)) return;
    await this.records.lockAdministrators();
    if (!(await this.records.hasOtherAdmin(user.id))) {
      throw new ProblemException(
        'last-admin',
        'This is the last active administrator. Make somebody else an administrator first',
      );
    }
    if (user.id === changedBy) {
      throw new ProblemException(
        'conflict',
        'Another administrator has to take your role or deactivate your account',
      );
    }
  }
}

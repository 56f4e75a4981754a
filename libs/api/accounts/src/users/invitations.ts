import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService } from '@tidemark/api/activity';
import { Clock, ProblemException, Transactions } from '@tidemark/api/platform';
import type { AcceptInvitation, Invitation as InvitationView } from '@tidemark/contracts';
import { LessThanOrEqual, Repository } from 'typeorm';
import { hashOf } from '../auth/keys';
import { refuseGuessable } from '../auth/passwords/password-rules';
import { Passwords } from '../auth/passwords/passwords';
import { Sessions } from '../auth/sessions/sessions';
import { type SignedIn, SignIns } from '../auth/sign-in/sign-ins';
import { Invitation } from './invitation.entity';
import { userSubject } from './user.activity';
import { User } from './user.entity';
import { UserRecords } from './user-records';

const VALID_MS = 7 * 86_400_000;

const noLongerValid = () =>
  new ProblemException(
    'link-expired',
    'This link was used already, or is too old. Ask an administrator for a new one',
  );

/** Links by which people set their first password, or a new one when they forgot it. */
@Injectable()
export class Invitations {
  constructor(
    @InjectRepository(Invitation) private readonly invitations: Repository<Invitation>,
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly records: UserRecords,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly signIns: SignIns,
    private readonly activity: ActivityService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** A new link, in place of any earlier one. It is not recorded: it belongs to something that is. */
  async issue({ id }: User): Promise<InvitationView> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + VALID_MS);
    const row = { userId: id, tokenHash: hashOf(token), expiresAt };
    await this.invitations.upsert(row, ['userId']);
    return { path: `/invitation#${token}`, expires_at: expiresAt.toISOString() };
  }

  /**
   * Helps a person who is here already to a new link, and records that.
   * @throws ProblemException not-found, conflict when the account is deactivated
   */
  renew(userId: number): Promise<InvitationView> {
    return this.transactions.run(async () => {
      const user = await this.records.find(userId);
      if (!user.isActive) {
        throw new ProblemException('conflict', 'Reactivate the account before inviting its owner');
      }
      await this.activity.record(userSubject, 'updated', user, { extra: { invitation: true } });
      return this.issue(user);
    });
  }

  /**
   * Sets the password, ends whatever sessions there were, and signs in.
   * @throws ProblemException link-expired, validation-failed when the password is easy to guess
   */
  async accept({ token, password }: AcceptInvitation): Promise<SignedIn> {
    const tokenHash = hashOf(token);
    const user = await this.ownerOf(tokenHash);
    refuseGuessable(password, user, '/password');
    const passwordHash = await this.passwords.hash(password);
    return this.transactions.run(async () => {
      // Of two who follow the same link at once, one finds it gone.
      const { affected } = await this.invitations.delete({ userId: user.id, tokenHash });
      if (!affected) throw noLongerValid();
      this.signIns.actAs(user);
      await this.users.update({ id: user.id }, { passwordHash });
      await this.activity.record(userSubject, 'password_changed', user);
      await this.sessions.closeAll(user.id);
      return this.signIns.begin(Object.assign(user, { passwordHash }));
    });
  }

  /** Forgets links that are too old. */
  async forgetExpired(): Promise<void> {
    await this.invitations.delete({ expiresAt: LessThanOrEqual(this.clock.now()) });
  }

  private async ownerOf(tokenHash: Buffer): Promise<User> {
    const invitation = await this.invitations.findOne({
      where: { tokenHash },
      relations: { user: true },
    });
    const isValid = invitation && invitation.expiresAt > this.clock.now();
    if (!isValid || !invitation.user.isActive) throw noLongerValid();
    return invitation.user;
  }
}

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService, ProjectAccess } from '@tidemark/api/activity';
import { Clock, RequestContext, Transactions } from '@tidemark/api/platform';
import type { Session } from '@tidemark/contracts';
import { IsNull, Repository } from 'typeorm';
import { userSubject } from '../../users/user.activity';
import { User } from '../../users/user.entity';
import { toMe } from '../../users/user.view';
import { type OpenSession, Sessions } from '../sessions/sessions';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from '../tokens/access-tokens';
import { wrongCredentials } from './sign-in-problems';

/** An open session: what the body answers, and what the cookie keeps. */
export interface SignedIn extends OpenSession {
  wire: Session;
}

/** Begins, continues and ends the sessions of people who have proven who they are. */
@Injectable()
export class SignIns {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly sessions: Sessions,
    private readonly tokens: AccessTokens,
    private readonly access: ProjectAccess,
    private readonly activity: ActivityService,
    private readonly context: RequestContext,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs a person in and records it. From here on the person is the caller.
   * @throws ProblemException invalid-credentials when the account or its password changed since it was read
   */
  async begin(user: User): Promise<SignedIn> {
    this.actAs(user);
    return this.transactions.run(async () => {
      const { affected } = await this.users.update(
        { id: user.id, isActive: true, passwordHash: user.passwordHash ?? IsNull() },
        { lastSignInAt: this.clock.now() },
      );
      if (!affected) throw wrongCredentials();
      await this.activity.record(userSubject, 'signed_in', user);
      return this.toSignedIn(user, await this.sessions.open(user.id));
    });
  }

  /** Continues the session of a refresh token, with the errors of `Sessions.refresh`. */
  async refresh(presented: string): Promise<SignedIn> {
    const { user, ...open } = await this.sessions.refresh(presented);
    return this.toSignedIn(user, open);
  }

  /** Ends the session of a refresh token; nothing happens when it is over already. */
  async end(presented: string): Promise<void> {
    await this.transactions.run(async () => {
      const user = await this.sessions.close(presented);
      if (!user) return;
      this.actAs(user);
      await this.activity.record(userSubject, 'signed_out', user);
    });
  }

  /** Whoever has just shown a password or a link is known, although the request came without a token. */
  actAs({ id }: User): void {
    this.context.caller = { ...this.context.caller, userId: id, source: 'person' };
  }

  private async toSignedIn(user: User, open: OpenSession): Promise<SignedIn> {
    const wire = {
      access_token: this.tokens.issue(user, open.session.id),
      expires_in: ACCESS_TOKEN_SECONDS,
      user: toMe(user, await this.access.leadsAny(user.id)),
    };
    return { ...open, wire };
  }
}

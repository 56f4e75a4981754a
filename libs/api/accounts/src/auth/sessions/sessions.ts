import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock, ProblemException, Transactions } from '@tidemark/api/platform';
import { IsNull, LessThanOrEqual, Not, Repository } from 'typeorm';
import { User } from '../../users/user.entity';
import { hashOf, Keys } from '../keys';
import { RefreshToken } from './refresh-token.entity';
import { UserSession } from './user-session.entity';

export const IDLE_DAYS = 7;
export const LONGEST_DAYS = 30;
/** Two tabs may present the same token one after the other; both get the same successor. */
export const GRACE_MS = 10_000;
const DAY_MS = 86_400_000;

/** A session with the refresh token that continues it. */
export interface OpenSession {
  session: UserSession;
  refreshToken: string;
}

/**
 * Refresh tokens that are used once (RFC 9700, section 4.14.2): each use gives a successor, and a token
 * that comes back later than two tabs could explain ends the session, because one of its bearers is a thief.
 * A successor follows from its predecessor and the product's secret, so only hashes have to be kept.
 */
@Injectable()
export class Sessions {
  private readonly logger = new Logger('Sessions');

  constructor(
    @InjectRepository(UserSession) private readonly sessions: Repository<UserSession>,
    @InjectRepository(RefreshToken) private readonly tokens: Repository<RefreshToken>,
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly keys: Keys,
  ) {}

  async open(userId: number): Promise<OpenSession> {
    const now = this.clock.now();
    const session = await this.sessions.save(
      this.sessions.create({
        userId,
        createdAt: now,
        idleUntil: after(now, IDLE_DAYS),
        expiresAt: after(now, LONGEST_DAYS),
      }),
    );
    const refreshToken = randomBytes(32).toString('base64url');
    await this.tokens.insert({ hash: hashOf(refreshToken), sessionId: session.id, usedAt: null });
    return { session, refreshToken };
  }

  /**
   * Continues a session.
   * @throws ProblemException unauthenticated when there is no such session (any more), refresh-reused when
   *   the token was used before: the session is over then
   */
  async refresh(presented: string): Promise<OpenSession & { user: User }> {
    const outcome = await this.transactions.run(() => this.take(presented));
    if (outcome === 'reused') {
      throw new ProblemException(
        'refresh-reused',
        'This session was continued elsewhere and has been ended to be safe. Sign in again',
      );
    }
    if (!outcome) throw new ProblemException('unauthenticated', 'The session is over. Sign in');
    return outcome;
  }

  /** Ends the session that a refresh token belongs to. @returns whose it was, null when there is none */
  async close(presented: string): Promise<User | null> {
    const session = await this.lockSessionOf(presented);
    if (!session) return null;
    await this.sessions.delete(session.id);
    return this.users.findOneBy({ id: session.userId });
  }

  /** Ends all sessions of a person at once, but for the one given. */
  async closeAll(userId: number, exceptId = 0): Promise<void> {
    await this.sessions.delete({ userId, id: Not(exceptId) });
  }

  /** Forgets sessions that nobody can continue. */
  async forgetExpired(): Promise<void> {
    const now = this.clock.now();
    await this.sessions.delete({ idleUntil: LessThanOrEqual(now) });
    await this.sessions.delete({ expiresAt: LessThanOrEqual(now) });
  }

  private async take(presented: string): Promise<(OpenSession & { user: User }) | 'reused' | null> {
    const session = await this.lockSessionOf(presented);
    if (!session) return null;
    const user = await this.users.findOneBy({ id: session.userId, isActive: true });
    // Read after the lock: somebody else may have used it while this request waited.
    const token = await this.tokens.findOneByOrFail({ hash: hashOf(presented) });
    if (!user) return null;
    if (token.usedAt === null) return { user, ...(await this.succeed(session, presented)) };
    if (this.clock.now().getTime() - token.usedAt.getTime() > GRACE_MS) {
      await this.sessions.delete(session.id);
      this.logger.warn(`A used refresh token came back: session ${session.id} was ended`);
      return 'reused';
    }
    return { user, session, refreshToken: await this.newestAfter(presented) };
  }

  private async lockSessionOf(presented: string): Promise<UserSession | null> {
    const token = await this.tokens.findOneBy({ hash: hashOf(presented) });
    if (!token) return null;
    const session = await this.sessions.findOne({
      where: { id: token.sessionId },
      lock: { mode: 'pessimistic_write' },
    });
    const now = this.clock.now();
    return session && session.idleUntil > now && session.expiresAt > now ? session : null;
  }

  private async succeed(session: UserSession, presented: string): Promise<OpenSession> {
    const now = this.clock.now();
    const refreshToken = this.successorOf(presented);
    await this.tokens.update({ hash: hashOf(presented) }, { usedAt: now });
    await this.tokens.insert({ hash: hashOf(refreshToken), sessionId: session.id, usedAt: null });
    session.idleUntil = after(now, IDLE_DAYS);
    return { session: await this.sessions.save(session), refreshToken };
  }

  /** Reloading a page quickly may have used the successor as well: then its own is the one to give. */
  private async newestAfter(presented: string): Promise<string> {
    const successor = this.successorOf(presented);
    const isUsed = await this.tokens.existsBy({ hash: hashOf(successor), usedAt: Not(IsNull()) });
    return isUsed ? this.newestAfter(successor) : successor;
  }

  private successorOf(token: string): string {
    return this.keys.mac('refresh-token', token).toString('base64url');
  }
}

const after = (instant: Date, days: number) => new Date(instant.getTime() + days * DAY_MS);

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Config } from '@tidemark/api/platform';
import type { Session } from '@tidemark/contracts';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Keys, sameSecret } from '../keys';
import type { SignedIn } from '../sign-in/sign-ins';

const PATH = '/api/auth';
const DEVICE_SECONDS = 365 * 86_400;

/**
 * The two cookies: the refresh token, and the mark of a browser in which a person has signed in before.
 * Scripts see neither, and no other site can have them sent.
 */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly config: Config,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  /** The refresh token that a request carries. A cookie that comes twice was planted and counts as none. */
  refreshToken(request: FastifyRequest): string {
    return this.read(request, this.nameOf('refresh')) ?? '';
  }

  /** The device that a request comes from, if this person has signed in there before. */
  deviceOf(request: FastifyRequest): (userId: number) => string | null {
    const mark = this.read(request, this.nameOf('device')) ?? '';
    const [userId, device = '', mac = ''] = mark.split('.');
    const isOurs = sameSecret(mac, this.macOf(Number(userId), device));
    return (id) => (isOurs && Number(userId) === id ? device : null);
  }

  /** Gives the browser what continues the session. @returns what the body answers */
  give(request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn): Session {
    const { session, refreshToken, wire } = signedIn;
    const until = Math.min(session.idleUntil.getTime(), session.expiresAt.getTime());
    const seconds = Math.ceil((until - this.clock.now().getTime()) / 1_000);
    this.set(reply, 'refresh', refreshToken, seconds);
    const device = this.deviceOf(request)(session.userId) ?? randomBytes(12).toString('base64url');
    const mark = `${session.userId}.${device}.${this.macOf(session.userId, device)}`;
    this.set(reply, 'device', mark, DEVICE_SECONDS);
    return wire;
  }

  forget(reply: FastifyReply): void {
    this.set(reply, 'refresh', '', 0);
  }

  private set(reply: FastifyReply, kind: 'refresh' | 'device', value: string, maxAge: number) {
    const secure = this.config.SECURE_COOKIES;
    void reply.setCookie(this.nameOf(kind), value, {
      httpOnly: true,
      sameSite: 'strict',
      secure,
      path: secure ? '/' : PATH,
      maxAge,
    });
  }

  /** A `__Host-` cookie cannot be planted by a neighbouring host (RFC 6265bis, section 4.1.3.2). */
  private nameOf(kind: 'refresh' | 'device'): string {
    return `${this.config.SECURE_COOKIES ? '__Host-' : ''}tidemark_${kind}`;
  }

  private read(request: FastifyRequest, name: string): string | undefined {
    const sent = (request.headers.cookie ?? '').split(';').filter((cookie) => {
      return cookie.trim().startsWith(`${name}=`);
    });
    return sent.length === 1 ? request.cookies[name] : undefined;
  }

  private macOf(userId: number, device: string): string {
    return this.keys.mac('device', `${userId}.${device}`).toString('base64url');
  }
}

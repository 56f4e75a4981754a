import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { TokenExpiredError } from '@nestjs/jwt';
import { AuthGuard } from '@nestjs/passport';
import { type Caller, ProblemException, Public, RequestContext } from '@tidemark/api/platform';
import type { FastifyRequest } from 'fastify';
import { JwtStrategy, type SignedInPerson } from '../tokens/jwt.strategy';

type ApiRequest = FastifyRequest & { user?: SignedInPerson };

/** Lets nobody in without a valid access token, except to `@Public` routes, and says who is calling. */
@Injectable()
export class JwtAuthGuard extends AuthGuard() {
  constructor(
    private readonly reflector: Reflector,
    private readonly context: RequestContext,
    strategy: JwtStrategy,
  ) {
    super({ defaultStrategy: strategy.ownName });
  }

  override async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<ApiRequest>();
    this.context.caller = callerOf(request);
    const places = [execution.getHandler(), execution.getClass()];
    if (this.reflector.getAllAndOverride(Public, places) !== undefined) return true;
    await super.canActivate(execution);
    this.context.caller = callerOf(request);
    return true;
  }

  /** What passport found: a person, an error (the database is away), or why there is nobody. */
  override handleRequest<T>(error: unknown, person: T | false | null, reason: unknown): T {
    if (error) throw error;
    if (person) return person;
    if (reason instanceof TokenExpiredError) {
      throw new ProblemException('token-expired', 'The access token has expired. Refresh it');
    }
    throw new ProblemException('unauthenticated', 'Sign in to do this');
  }
}

function callerOf({ user, ip, headers, id }: ApiRequest): Caller {
  return {
    userId: user?.id ?? null,
    source: user ? 'person' : 'anonymous',
    // An IPv4 address that arrived on an IPv6 socket.
    ip: ip?.replace(/^::ffff:(?=\d+\.)/i, '') ?? null,
    userAgent: headers['user-agent'] ?? null,
    requestId: id,
  };
}

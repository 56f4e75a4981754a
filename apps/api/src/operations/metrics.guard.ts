import { timingSafeEqual } from 'node:crypto';
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Config, ProblemException, type Viewer } from '@tidemark/api/platform';
import type { FastifyRequest } from 'fastify';

/** Lets a scraper in that holds METRICS_TOKEN, and signed-in administrators. */
@Injectable()
export class MetricsGuard extends AuthGuard('jwt') {
  constructor(private readonly config: Config) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { user?: Viewer }>();
    if (this.isScraper(request.headers.authorization)) return true;
    await super.canActivate(context);
    if (request.user?.role !== 'admin') {
      throw new ProblemException('forbidden', 'Metrics are for administrators');
    }
    return true;
  }

  private isScraper(authorization = ''): boolean {
    if (!this.config.METRICS_TOKEN) return false;
    const wanted = Buffer.from(`Bearer ${this.config.METRICS_TOKEN}`);
    const given = Buffer.from(authorization);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

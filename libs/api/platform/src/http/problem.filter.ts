import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Problem } from '@tidemark/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemException, TITLES } from './problem';
import { toProblemException } from './to-problem';

/** Every error leaves as RFC 9457 problem details, with nothing internal in it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.send(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also for errors that Fastify raises before NestJS sees the request. */
  send(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent) return;
    const problem = toProblemException(error);
    if (problem.getStatus() >= 500) this.logger.error({ err: error, request_id: request.id });
    const { retryAfterSeconds } = problem.details;
    if (retryAfterSeconds) void reply.header('retry-after', String(retryAfterSeconds));
    if (problem.getStatus() === 401)
      void reply.header('www-authenticate', 'Bearer realm="tidemark"');
    void reply
      .status(problem.getStatus())
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify(toProblem(problem, request.id)));
  }
}

export function toProblem(problem: ProblemException, instance: string): Problem {
  const [status, title] = TITLES[problem.code];
  return {
    type: `/problems/${problem.code}`,
    title,
    status,
    detail: problem.detail,
    instance,
    ...(problem.details.errors && { errors: problem.details.errors }),
    ...problem.details.extensions,
    error: title,
    message: problem.detail,
  };
}

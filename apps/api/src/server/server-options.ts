import { randomBytes } from 'node:crypto';
import type { Config } from '@tidemark/api/platform';
import { type FastifyServerOptions, LogController } from 'fastify';

/** Bytes that a body may have. */
export const BODY_LIMIT = 100 * 1024;

/** Limits against slow, large and endless requests. Ids of requests are our own: a caller's are never believed. */
export function serverOptions(
  config: Config,
): Omit<FastifyServerOptions, 'logger' | 'loggerInstance'> {
  return {
    bodyLimit: BODY_LIMIT,
    connectionTimeout: 60_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    trustProxy: config.TRUST_PROXY ?? false,
    genReqId: () => randomBytes(9).toString('base64url'),
    requestIdHeader: false,
    // One line for each request is written by `logRequests`.
    logController: new LogController({ disableRequestLogging: true }),
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
  };
}

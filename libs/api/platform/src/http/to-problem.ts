import { HttpException } from '@nestjs/common';
import type { ProblemCode } from '@tidemark/contracts';
import { ProblemException } from './problem';

const BY_STATUS: Partial<Record<number, ProblemCode>> = {
  400: 'validation-failed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  409: 'conflict',
  410: 'link-expired',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  429: 'rate-limited',
  503: 'overloaded',
};

/** What Fastify refuses before a route is found or its body is read. */
const FASTIFY: Record<string, [ProblemCode, string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'Send the body as application/json'],
  FST_ERR_CTP_BODY_TOO_LARGE: [
    'payload-too-large',
    'The body is too large: JSON may have at most 100 kB, a CSV file 2 MB',
  ],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'malformed-json',
    'The body does not have the length it announced',
  ],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed-json', 'The body is empty'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['malformed-json', 'The body is not valid JSON'],
  FST_ERR_BAD_URL: ['invalid-parameter', 'The address is not a valid URL'],
  FST_ERR_MAX_PARAM_LENGTH: ['not-found', 'There is nothing at this address'],
};

const AWAY: [ProblemCode, string] = [
  'database-unavailable',
  'The database does not answer at the moment. Nothing was changed; try again shortly',
];
const UNFIT: [ProblemCode, string] = ['validation-failed', 'A value cannot be stored as it is'];

/**
 * PostgreSQL's codes, for everybody (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 * A code of class 22 that gets this far is a gap in validation.
 */
const POSTGRES: Record<string, [ProblemCode, string]> = {
  '23505': ['duplicate', 'Something with these values exists already'],
  '23503': ['in-use', 'Something else still refers to it, or it refers to something that is gone'],
  '23514': UNFIT,
  '23502': UNFIT,
  '22021': UNFIT,
  '22P05': UNFIT,
  '22P02': UNFIT,
  '22001': UNFIT,
  '22003': UNFIT,
  '22007': UNFIT,
  '22008': UNFIT,
  '22009': UNFIT,
  '54001': UNFIT,
  '40001': ['conflict', 'Somebody changed the same thing at the same moment. Try again'],
  '40P01': ['conflict', 'Somebody changed the same thing at the same moment. Try again'],
  '55P03': ['conflict', 'Somebody is changing the same thing. Try again'],
  '57014': ['overloaded', 'That took too long. Narrow it down, or try again later'],
  '25P04': ['overloaded', 'That took too long. Nothing was changed; try again later'],
  '25P03': ['overloaded', 'That took too long. Nothing was changed; try again later'],
  '53100': ['storage-full', 'The disk of the database is full. Nothing was changed'],
  '53300': ['overloaded', 'The database has no free connection. Try again shortly'],
  '57P01': AWAY,
  '57P02': AWAY,
  '57P03': AWAY,
  '3D000': AWAY,
  TM002: ['locked', 'This time is on an invoice and cannot change while it is'],
  TM003: ['locked', 'The month of this time is closed. An administrator can open it again'],
  TM004: ['in-use', 'Months are closed in this time zone. Open them first, then change it'],
  TM001: ['audit-unavailable', 'The activity could not be recorded, so nothing was changed'],
};

const CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);
const LOST =
  /Connection terminated|Client has encountered a connection error|not queryable|Query read timeout|DataSource is not (?:initialized|connected)|Connection is not established|Connection with .* is not/i;
const BUSY = /timeout exceeded when trying to connect/i;

const RETRY_AFTER_SECONDS = 2;

/** Whatever was thrown, as the problem that the caller is told. Unknown errors say nothing about themselves. */
export function toProblemException(error: unknown): ProblemException {
  if (error instanceof ProblemException) return error;
  if (error instanceof HttpException) return fromHttp(error);
  const { code, message, statusCode } = facts(error);
  const known = FASTIFY[code] ?? POSTGRES[code] ?? connection(code, message);
  if (known) return problem(...known);
  if (statusCode === 400) return problem('malformed-json', 'The body is not valid JSON');
  if (statusCode && statusCode < 500)
    return problem(BY_STATUS[statusCode] ?? 'validation-failed', message);
  return problem(
    'internal',
    'Something went wrong here. It has been logged with the id of this request',
  );
}

function problem(code: ProblemCode, detail: string): ProblemException {
  const busy = code === 'database-unavailable' || code === 'overloaded' || code === 'storage-full';
  return new ProblemException(code, detail, busy ? { retryAfterSeconds: RETRY_AFTER_SECONDS } : {});
}

function fromHttp(error: HttpException): ProblemException {
  const code = BY_STATUS[error.getStatus()];
  if (!code)
    return problem(error.getStatus() < 500 ? 'validation-failed' : 'internal', error.message);
  // NestJS words a missing route as "Cannot GET /x": say it in a sentence, and do not echo the address.
  const unrouted = code === 'not-found' && /^Cannot [A-Z]+ /.test(error.message);
  return problem(code, unrouted ? 'There is nothing at this address' : error.message);
}

function connection(code: string, message: string): [ProblemCode, string] | undefined {
  if (BUSY.test(message)) return ['overloaded', 'Too many people at once. Try again in a moment'];
  return CONNECTION.has(code) || code.startsWith('08') || LOST.test(message) ? AWAY : undefined;
}

/** TypeORM wraps the driver's error; the code is on either. A refused connection may be an AggregateError. */
function facts(error: unknown): { code: string; message: string; statusCode?: number } {
  const outer = (error ?? {}) as {
    code?: unknown;
    message?: string;
    statusCode?: number;
    driverError?: { code?: unknown; message?: string };
    errors?: unknown[];
  };
  const inner = outer.driverError ?? outer;
  const code =
    inner.code ?? outer.code ?? (outer.errors?.[0] as { code?: unknown } | undefined)?.code;
  return {
    code: typeof code === 'string' ? code : '',
    message: inner.message ?? outer.message ?? '',
    statusCode: outer.statusCode,
  };
}

import { HttpException } from '@nestjs/common';
import type { FieldProblem, ProblemCode } from '@tidemark/contracts';

export const TITLES: Record<ProblemCode, [status: number, title: string]> = {
  'malformed-json': [400, 'The body is not usable JSON'],
  'validation-failed': [400, 'Some values cannot be used'],
  'invalid-parameter': [400, 'A parameter cannot be used'],
  'invalid-cursor': [400, 'The cursor cannot be used'],
  unauthenticated: [401, 'Sign in first'],
  'invalid-credentials': [401, 'Wrong name or password'],
  'token-expired': [401, 'The session token has expired'],
  'refresh-reused': [401, 'The session was ended'],
  'link-expired': [410, 'The link no longer works'],
  forbidden: [403, 'Not allowed'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Method not allowed'],
  'not-acceptable': [406, 'Only JSON is spoken here'],
  'timer-already-running': [409, 'A timer is already running'],
  'no-running-timer': [409, 'No timer is running'],
  duplicate: [409, 'That exists already'],
  archived: [409, 'It is archived'],
  'in-use': [409, 'It is still in use'],
  'last-admin': [409, 'The last administrator stays'],
  locked: [409, 'It is locked'],
  conflict: [409, 'The change cannot be made now'],
  'payload-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'Send JSON'],
  'rate-limited': [429, 'Too many requests'],
  internal: [500, 'Something went wrong here'],
  overloaded: [503, 'Too busy at the moment'],
  'mail-failed': [503, 'The mail could not be sent'],
  'database-unavailable': [503, 'The database does not answer'],
  'storage-full': [503, 'The database has no room left'],
  'audit-unavailable': [503, 'The activity could not be recorded'],
};

interface Details {
  errors?: FieldProblem[];
  /** Members of their own that a problem carries, such as `running_entry_id`. */
  extensions?: Record<string, unknown>;
  retryAfterSeconds?: number;
}

/**
 * An error as RFC 9457 says it. The status and title follow from the code; `detail` is a sentence that
 * the reader can act on.
 */
export class ProblemException extends HttpException {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly details: Details = {},
  ) {
    super(detail, TITLES[code][0]);
  }
}

/** Why one field of a body was refused. `pointer` is a JSON pointer (RFC 6901) into the body, such as "/name". */
export interface FieldProblem {
  pointer: string;
  code: string;
  message: string;
}

/** The codes that `type` ends with: `/problems/<code>`. */
export const PROBLEM_CODES = [
  'malformed-json',
  'validation-failed',
  'invalid-parameter',
  'invalid-cursor',
  'unauthenticated',
  'invalid-credentials',
  'token-expired',
  'refresh-reused',
  'link-expired',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'not-acceptable',
  'timer-already-running',
  'no-running-timer',
  'duplicate',
  'archived',
  'in-use',
  'last-admin',
  'locked',
  'conflict',
  'payload-too-large',
  'unsupported-media-type',
  'rate-limited',
  'internal',
  'overloaded',
  'mail-failed',
  'database-unavailable',
  'storage-full',
  'audit-unavailable',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** RFC 9457 problem details, the body of every error. `error` and `message` repeat title and detail for clients of the original. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  errors?: FieldProblem[];
  /** Of `timer-already-running`: the entry that runs. */
  running_entry_id?: number;
  error: string;
  message: string;
}

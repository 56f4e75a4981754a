import { ProblemException } from '@tidemark/api/platform';

/** A field of a body whose value is well formed but cannot be used here. */
export function refusedField(field: string, code: string, message: string): ProblemException {
  return new ProblemException('validation-failed', message, {
    errors: [{ pointer: `/${field}`, code, message }],
  });
}

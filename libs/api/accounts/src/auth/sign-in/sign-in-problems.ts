import { ProblemException } from '@tidemark/api/platform';

/** The same for unknown names, wrong passwords and deactivated accounts. */
export const wrongCredentials = () =>
  new ProblemException('invalid-credentials', 'The name or the password is not right');

export function tooManyAttempts(seconds: number): ProblemException {
  const minutes = Math.ceil(seconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new ProblemException('rate-limited', `Too many failed attempts. Try again in ${wait}`, {
    retryAfterSeconds: seconds,
  });
}

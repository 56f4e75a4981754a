import { ProblemException } from '@tidemark/api/platform';
import { isGuessable } from './guessable';

const PRODUCT = 'tidemark';

/** Whose password it is to be, as much as a stranger may know. */
export interface Owner {
  username: string;
  displayName: string;
  email: string;
}

/**
 * Refuses passwords that are among the first that anybody would try. Length is checked by the field.
 * @param pointer the field that holds it, such as "/password"
 * @throws ProblemException validation-failed with the code `common-password`
 */
export function refuseGuessable(password: string, owner: Owner, pointer: string): void {
  if (!isGuessable(password, [PRODUCT, owner.username, owner.displayName, owner.email])) return;
  const message =
    'is too easy to guess. Several words that do not belong together are a good start';
  throw new ProblemException('validation-failed', `The password ${message}`, {
    errors: [{ pointer, code: 'common-password', message: `${pointer.slice(1)} ${message}` }],
  });
}

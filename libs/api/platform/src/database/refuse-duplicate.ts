import { QueryFailedError } from 'typeorm';
import { ProblemException } from '../http/problem';

const UNIQUE_VIOLATION = '23505';

/**
 * Waits for a change that a unique index may refuse, and says in the domain's words which field is to blame.
 *
 * @param index the unique index or constraint
 * @param pointer JSON pointer to the field, such as "/name"
 * @throws ProblemException duplicate with `sentence`
 */
export async function refuseDuplicate<T>(
  change: Promise<T>,
  { index, pointer, sentence }: { index: string; pointer: string; sentence: string },
): Promise<T> {
  try {
    return await change;
  } catch (error) {
    if (!violates(error, index)) throw error;
    throw new ProblemException('duplicate', sentence, {
      errors: [{ pointer, code: 'duplicate', message: sentence }],
    });
  }
}

function violates(error: unknown, index: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code === UNIQUE_VIOLATION && constraint === index;
}

import { ProblemException } from '@tidemark/api/platform';

export interface Refused {
  /** Of the id in the request. */
  index: number;
  problem: ProblemException;
}

/**
 * One problem for all rows that cannot be changed: of the kind of the first one, with each one's own sentence. What
 * is said of all of them alike is said in the detail, too.
 */
export function refusalOf(
  refused: readonly Refused[],
  total: number,
  things: string,
): ProblemException {
  const rows = refused.toSorted((one, other) => one.index - other.index);
  const sentences = [...new Set(rows.map(({ problem }) => problem.detail))];
  const why = sentences.length === 1 ? `: ${sentences[0]}` : '';
  return new ProblemException(
    rows[0]?.problem.code ?? 'conflict',
    `${rows.length} of ${total} ${things} cannot be changed${why}`,
    {
      errors: rows.map(({ index, problem }) => ({
        pointer: `/ids/${index}`,
        // The more telling one, such as "reason-required".
        code: problem.details.errors?.[0]?.code ?? problem.code,
        message: problem.detail,
      })),
    },
  );
}

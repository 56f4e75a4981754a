import { DEFAULT_LIMIT, MAX_LIMIT, type PageInfo } from '@tidemark/contracts';
import { ProblemException } from './problem';
import { WholeNumberParam } from './fields/query-fields';

/** Rows that paging by number reaches; beyond, a filter (or a cursor, where there is one) is the way. */
export const MAX_PAGED_ROWS = 10_000;

/** `limit` and `page` of every list. Extend it with the list's own filters and its `sort`. */
export class PagedQuery {
  @WholeNumberParam({ min: 1, max: MAX_LIMIT, description: 'Rows in a page' })
  readonly limit?: number;

  @WholeNumberParam({ min: 1, max: MAX_PAGED_ROWS, description: 'Page, from 1' })
  readonly page?: number;
}

/**
 * How many rows to take and to skip.
 * @throws ProblemException invalid-parameter when page × limit lies beyond 10 000
 */
export function pageWindow({ limit = DEFAULT_LIMIT, page = 1 }: PagedQuery): {
  take: number;
  skip: number;
  page: number;
} {
  if (page * limit > MAX_PAGED_ROWS) {
    throw new ProblemException(
      'invalid-parameter',
      `page times limit must not exceed ${MAX_PAGED_ROWS}: narrow the list down`,
    );
  }
  return { take: limit, skip: (page - 1) * limit, page };
}

/** The paging half of a list's answer. */
export function pageInfo(total: number, query: PagedQuery): PageInfo {
  const { take, page } = pageWindow(query);
  const pages = Math.ceil(total / take);
  return { total, pages, current_page: page, has_next: page < pages, has_prev: page > 1 };
}

/** `-name` as a column and a direction, by a table of the columns that may be sorted by. */
export function sortOrder<C>(
  sort: string,
  columns: Record<string, C>,
): { column: C; direction: 'ASC' | 'DESC' } {
  const name = sort.replace(/^-/, '');
  const column = columns[name];
  if (column === undefined)
    throw new ProblemException('invalid-parameter', `sort cannot be ${name}`);
  return { column, direction: sort.startsWith('-') ? 'DESC' : 'ASC' };
}

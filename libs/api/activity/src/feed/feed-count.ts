import { andAll, filters, Values } from './feed-conditions';
import { keys, type Shape } from './feed-keys';
import type { FeedScope } from './feed-scope';

/** Beyond so many rows a total is only known to be "at least". */
export const COUNT_CAP = 10_000;

/** Counts what a scope finds, but never more than one beyond `cap`. Each part stops by itself. */
export function countStatement(
  shape: Shape,
  scope: FeedScope,
  values: Values,
  cap = COUNT_CAP,
): string {
  const rows =
    shape === 'member'
      ? memberRows(scope, values, cap + 1)
      : keys(shape, scope, { take: cap + 1, skip: 0 }, values);
  return `SELECT count(*)::int AS n FROM (${rows}) counted`;
}

/** The order is not needed to count, but it keeps the planner on the indexes. */
const NEWEST = 'ORDER BY a.created_at DESC, a.id DESC';

/** The own rows, and those of others in the own projects: each project in turn, until there are enough. */
function memberRows(scope: FeedScope, values: Values, enough: number): string {
  if (scope.visible === 'everything') throw new Error('The member shape needs a member');
  const user = values.add(scope.visible.userId);
  const projects = values.add(scope.visible.projectIds);
  const limit = values.add(enough);
  const matching = andAll(filters(scope, values));
  return `SELECT 1 FROM (
      (SELECT 1 FROM activity a WHERE a.user_id = ${user}${matching} ${NEWEST} LIMIT ${limit})
      UNION ALL
      (SELECT 1 FROM unnest(${projects}::int[]) AS m(project_id) CROSS JOIN LATERAL (
         SELECT 1 FROM activity a
         WHERE a.project_id = m.project_id AND a.user_id IS DISTINCT FROM ${user}${matching}
         ${NEWEST} LIMIT ${limit}) x
       LIMIT ${limit})) both_parts LIMIT ${limit}`;
}

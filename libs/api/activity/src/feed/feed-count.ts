import { andAll, filters, Values, whereAll } from './feed-conditions';
import type { FeedScope } from './feed-scope';
import type { Shape } from './feed-keys';

/** Beyond so many rows a total is only known to be "at least". */
export const COUNT_CAP = 10_000;

/** Counts what a scope finds, but never more than one beyond `cap`. Each part stops by itself. */
export function countStatement(
  shape: Shape,
  scope: FeedScope,
  values: Values,
  cap = COUNT_CAP,
): string {
  const rows = counted(shape, scope, values, values.add(cap + 1));
  return `SELECT count(*)::int AS n FROM (${rows} LIMIT ${values.add(cap + 1)}) counted`;
}

function counted(shape: Shape, scope: FeedScope, values: Values, limit: string): string {
  const { visible } = scope;
  if (visible === 'everything') {
    return `SELECT 1 FROM activity a ${whereAll(filters(scope, values))}`;
  }
  const user = values.add(visible.userId);
  const projects = values.add(visible.projectIds);
  if (shape === 'rare') {
    return `SELECT 1 FROM (SELECT a.user_id, a.project_id FROM activity a
        ${whereAll(filters(scope, values))} OFFSET 0) a
      WHERE a.user_id = ${user} OR a.project_id = ANY(${projects}::int[])`;
  }
  const matching = andAll(filters(scope, values));
  return `SELECT 1 FROM (
      (SELECT 1 FROM activity a WHERE a.user_id = ${user}${matching} LIMIT ${limit})
      UNION ALL
      (SELECT 1 FROM unnest(${projects}::int[]) AS m(project_id) CROSS JOIN LATERAL (
         SELECT 1 FROM activity a
         WHERE a.project_id = m.project_id AND a.user_id IS DISTINCT FROM ${user}${matching}) x
       LIMIT ${limit})) both_parts`;
}

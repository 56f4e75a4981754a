import { andAll, filters, type Reach, Values, visibility, whereAll } from './feed-conditions';
import type { FeedScope } from './feed-scope';

/**
 * How the ids of a page are found. All give the same rows; which is fast depends on the viewer and the filter.
 * - direct: walk the index of the order, or of a filter. For those who see everything.
 * - spread: the same for each value of a list of filters, then merge.
 * - member: the own newest rows, and the newest of the projects whose newest row is newest.
 * - rare: few rows match the filter, so look at all of them and keep the visible ones.
 * - plain: the predicate as it is written. The yardstick for the others.
 */
export type Shape = 'direct' | 'spread' | 'member' | 'rare' | 'plain';

export interface Wanted extends Reach {
  /** How many rows, and how many before them to leave out. */
  take: number;
  skip: number;
}

/** Newest first; above a position the nearest first, which is the oldest. */
const order = ({ above }: Reach, row = 'a') =>
  above
    ? `ORDER BY ${row}.created_at, ${row}.id`
    : `ORDER BY ${row}.created_at DESC, ${row}.id DESC`;

/** A subquery of (id, created_at), at most `take` after `skip`, in the order of what is wanted. */
export function keys(shape: Shape, scope: FeedScope, wanted: Wanted, values: Values): string {
  return `SELECT a.id, a.created_at FROM (${anyOf(shape, scope, wanted, values)}) a ${order(wanted)}
    LIMIT ${values.add(wanted.take)} OFFSET ${values.add(wanted.skip)}`;
}

/** Text and names are found by different indexes: each is looked for by itself, and a row counts once. */
function anyOf(shape: Shape, scope: FeedScope, wanted: Wanted, values: Values): string {
  const { search, ...rest } = scope;
  if (shape === 'plain' || !search?.actorIds.length) return SHAPES[shape](scope, wanted, values);
  const byText = { ...rest, search: { ...search, actorIds: [] } };
  const byName = { ...rest, actorIds: search.actorIds };
  return [byText, byName]
    .map((one) => {
      const by = shape === 'direct' && one === byName ? 'spread' : shape;
      return `(SELECT a.id, a.created_at FROM (${SHAPES[by](one, wanted, values)}) a ${order(wanted)}
        LIMIT ${values.add(wanted.take + wanted.skip)})`;
    })
    .join(' UNION ');
}

type Builder = (scope: FeedScope, wanted: Wanted, values: Values) => string;

const plain: Builder = (scope, { below, above }, values) =>
  `SELECT a.id, a.created_at FROM activity a
   ${whereAll([...filters(scope, values, { below, above }), ...visibility(scope, values)])}`;

const direct: Builder = (scope, { below, above }, values) =>
  `SELECT a.id, a.created_at FROM activity a ${whereAll(filters(scope, values, { below, above }))}`;

const spread: Builder = (scope, { take, skip, below, above }, values) => {
  const several = severalOf(scope);
  const [column, type] = COLUMNS[several];
  const rest = filters(scope, values, { below, above, skip: several });
  return `SELECT x.id, x.created_at
    FROM unnest(${values.add(scope[several])}::${type}[]) AS wanted(value) CROSS JOIN LATERAL (
      SELECT a.id, a.created_at FROM activity a
      WHERE a.${column} = wanted.value${andAll(rest)} ${order({ above })}
      LIMIT ${values.add(take + skip)}) x`;
};

const COLUMNS = {
  actorIds: ['user_id', 'int'],
  entityTypes: ['entity_type', 'text'],
  actions: ['action', 'text'],
} as const;

function severalOf({ actorIds, entityTypes }: FeedScope): keyof typeof COLUMNS {
  if (actorIds) return 'actorIds';
  return (entityTypes?.length ?? 0) > 1 ? 'entityTypes' : 'actions';
}

/** The n newest visible rows of others lie in the n projects whose newest row is newest. */
const member: Builder = (scope, { take, skip, below, above }, values) => {
  if (scope.visible === 'everything') throw new Error('The member shape needs a member');
  const matching = andAll(filters(scope, values, { below, above }));
  const first = order({ above });
  const n = values.add(take + skip);
  return `
    (SELECT a.id, a.created_at FROM activity a
     WHERE a.user_id = ${values.add(scope.visible.userId)}${matching} ${first} LIMIT ${n})
    UNION
    (SELECT x.id, x.created_at FROM (
       SELECT m.project_id
       FROM unnest(${values.add(scope.visible.projectIds)}::int[]) AS m(project_id) CROSS JOIN LATERAL (
         SELECT a.id, a.created_at FROM activity a
         WHERE a.project_id = m.project_id${matching} ${first} LIMIT 1) newest
       ${order({ above }, 'newest')} LIMIT ${n}) p
     CROSS JOIN LATERAL (
       SELECT a.id, a.created_at FROM activity a
       WHERE a.project_id = p.project_id${matching} ${first} LIMIT ${n}) x)`;
};

/** MATERIALIZED keeps the planner from walking the whole order in the hope of an early match. */
const rare: Builder = (scope, { below, above }, values) => `
  WITH few AS MATERIALIZED (
    SELECT a.id, a.created_at, a.user_id, a.project_id FROM activity a
    ${whereAll(filters(scope, values, { below, above }))})
  SELECT a.id, a.created_at FROM few a ${whereAll(visibility(scope, values))}`;

const SHAPES: Record<Shape, Builder> = { plain, direct, spread, member, rare };

import type { FeedScope } from './feed-scope';

/** Collects the values of one statement; each is spoken of as $1, $2 … */
export class Values {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}

/** A position in the newest-first order. */
export interface Position {
  at: Date;
  id: number;
}

/** Which part of the order to look at. */
export interface Reach {
  /** Older than this. */
  below?: Position;
  /** Newer than this. */
  above?: Position;
}

interface Within extends Reach {
  /** Left out because the statement handles it itself. */
  skip?: 'actorIds' | 'entityTypes' | 'actions';
}

/** Conditions on `a` that the filters make. */
export function filters(
  scope: FeedScope,
  values: Values,
  { below, above, skip }: Within = {},
): string[] {
  const conditions: string[] = [];
  const where = (text: string) => conditions.push(text);
  if (scope.userId !== undefined) where(`a.user_id = ${values.add(scope.userId)}`);
  if (scope.projectId !== undefined) where(`a.project_id = ${values.add(scope.projectId)}`);
  if (scope.entityId !== undefined) where(`a.entity_id = ${values.add(scope.entityId)}`);
  if (scope.batchId !== undefined) where(`a.batch_id = ${values.add(scope.batchId)}::uuid`);
  if (scope.actorIds && skip !== 'actorIds') where(madeBy(scope.actorIds, values));
  if (skip !== 'entityTypes') where(oneOf('entity_type', scope.entityTypes, values));
  if (skip !== 'actions') where(oneOf('action', scope.actions, values));
  if (scope.from) where(`a.created_at >= ${values.add(scope.from)}`);
  if (scope.to) where(`a.created_at < ${values.add(scope.to)}`);
  if (below) where(`(a.created_at, a.id) < (${values.add(below.at)}, ${values.add(below.id)})`);
  if (above) where(`(a.created_at, a.id) > (${values.add(above.at)}, ${values.add(above.id)})`);
  if (scope.search) where(says(scope.search, values));
  return conditions.filter((condition) => condition !== '');
}

const madeBy = (people: readonly number[], values: Values) =>
  `a.user_id = ANY(${values.add(people)}::int[])`;

function says({ pattern, actorIds }: NonNullable<FeedScope['search']>, values: Values): string {
  const text = values.add(pattern);
  const found = [`a.description ILIKE ${text}`, `a.entity_name ILIKE ${text}`];
  if (actorIds.length > 0) found.push(madeBy(actorIds, values));
  return `(${found.join(' OR ')})`;
}

function oneOf(column: string, wanted: readonly string[] | undefined, values: Values): string {
  if (!wanted) return '';
  return wanted.length === 1
    ? `a.${column} = ${values.add(wanted[0])}`
    : `a.${column} = ANY(${values.add(wanted)}::text[])`;
}

/** `visible` as a condition on `a`: the plain predicate that every faster shape must agree with. */
export function visibility({ visible }: FeedScope, values: Values): string[] {
  if (visible === 'everything') return [];
  const user = values.add(visible.userId);
  const projects = values.add(visible.projectIds);
  return [`(a.user_id = ${user} OR a.project_id = ANY(${projects}::int[]))`];
}

export const whereAll = (conditions: string[]): string =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
export const andAll = (conditions: string[]): string =>
  conditions.map((condition) => ` AND ${condition}`).join('');

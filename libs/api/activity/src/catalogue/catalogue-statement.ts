import type { Action, EntityType } from '@tidemark/contracts';
import { type Values, visibility } from '../feed/feed-conditions';
import type { FeedScope } from '../feed/feed-scope';

/** A kind of deed on a kind of thing. */
export interface Kind {
  entity_type: EntityType;
  action: Action;
}

/** When each kind last happened, as JSON: `[{ entity_type, action, last_at, last_id }]`, only those that did. */
export function lastOfEachStatement(
  scope: Pick<FeedScope, 'visible'>,
  kinds: readonly Kind[],
  values: Values,
): string {
  const last = scope.visible === 'everything' ? byKind(kinds, values) : bySight(scope, values);
  return `SELECT coalesce(json_agg(json_build_object('entity_type', k.entity_type, 'action', k.action,
      'last_at', ${INSTANT}, 'last_id', k.id)), '[]') AS lasts
    FROM (${last}) k`;
}

const INSTANT = `to_char(k.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** One look into the index of kinds for each, however long the trail is and whether or not it ever happened. */
function byKind(kinds: readonly Kind[], values: Values): string {
  const types = values.add(kinds.map(({ entity_type }) => entity_type));
  const actions = values.add(kinds.map(({ action }) => action));
  return `SELECT wanted.entity_type, wanted.action, newest.created_at, newest.id
    FROM unnest(${types}::text[], ${actions}::text[]) AS wanted(entity_type, action) CROSS JOIN LATERAL (
      SELECT a.created_at, a.id FROM activity a
      WHERE a.entity_type = wanted.entity_type AND a.action = wanted.action
      ORDER BY a.created_at DESC, a.id DESC LIMIT 1) newest`;
}

/**
 * One walk over what a member may see, within the indexes of people and projects: half a microsecond a row.
 * To look for each kind by itself would read everybody's rows for what this member never saw.
 */
function bySight({ visible }: Pick<FeedScope, 'visible'>, values: Values): string {
  if (visible === 'everything') throw new Error('Whoever sees everything needs no walk');
  const user = values.add(visible.userId);
  const projects = values.add(visible.projectIds);
  const seen = visibility({ visible }, values).join(' AND ');
  return `SELECT latest.*, (
      SELECT max(a.id) FROM activity a
      WHERE a.entity_type = latest.entity_type AND a.action = latest.action
        AND a.created_at = latest.created_at AND ${seen}) AS id
    FROM (
      SELECT entity_type, action, max(created_at) AS created_at FROM (
        SELECT a.entity_type, a.action, a.created_at FROM activity a WHERE a.user_id = ${user}
        UNION ALL
        SELECT x.* FROM unnest(${projects}::int[]) AS m(project_id) CROSS JOIN LATERAL (
          SELECT a.entity_type, a.action, max(a.created_at) FROM activity a
          WHERE a.project_id = m.project_id GROUP BY a.entity_type, a.action) x) both_parts
      GROUP BY entity_type, action) latest`;
}

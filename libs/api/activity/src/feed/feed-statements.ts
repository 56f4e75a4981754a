import { MAX_LIMIT } from '@tidemark/contracts';
import {
  andAll,
  filters,
  type Position,
  type Values,
  visibility,
  whereAll,
} from './feed-conditions';
import { keys, type Shape, type Wanted } from './feed-keys';
import { ROW_JOINS, rowJson } from './feed-row';
import type { FeedScope } from './feed-scope';

/** One row: everything that a page needs, read under one snapshot. */
export interface PageRow {
  snapshot: string;
  names_at: string | null;
  found: number;
  last: { at: string; id: number } | null;
  activities: string;
}

/** Rows that committed since a snapshot was taken, whatever their ids: exactly those it could not see. */
const SINCE = (snapshot: string) =>
  `a.xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot) AND NOT pg_visible_in_snapshot(a.xid, ${snapshot}::pg_snapshot)`;

const NAMES_AT = `(SELECT max(updated_at)::text FROM "user")`;

/** A page: ids by index first, then the payload of only those. Asks for one row more, to know whether there is one. */
export function pageStatement(
  shape: Shape,
  scope: FeedScope,
  wanted: Wanted,
  forReviewer: boolean,
  values: Values,
): string {
  const found = keys(shape, scope, { ...wanted, take: wanted.take + 1 }, values);
  return assemble(found, values.add(wanted.take), forReviewer);
}

/** A page of what is new since a snapshot, newest first. */
export function freshStatement(
  scope: FeedScope,
  snapshot: string,
  take: number,
  forReviewer: boolean,
  values: Values,
): string {
  const conditions = [
    SINCE(values.add(snapshot)),
    ...filters(scope, values),
    ...visibility(scope, values),
  ];
  const found = `SELECT a.id, a.created_at FROM activity a ${whereAll(conditions)}
    ORDER BY a.created_at DESC, a.id DESC LIMIT ${values.add(take + 1)}`;
  return assemble(found, values.add(take), forReviewer);
}

/**
 * The bound of `found` is one that the planner can read. With a parameter alone it expects a tenth of the trail to
 * come out, and gets ready for as many rows and people.
 */
function assemble(found: string, take: string, forReviewer: boolean): string {
  return `
    WITH found AS MATERIALIZED (SELECT * FROM (${found}) bounded LIMIT ${MAX_LIMIT + 1}),
    page AS (SELECT * FROM found ORDER BY created_at DESC, id DESC LIMIT ${take})
    SELECT pg_current_snapshot()::text AS snapshot, ${NAMES_AT} AS names_at,
      (SELECT count(*)::int FROM found) AS found,
      (SELECT json_build_object('at', created_at, 'id', id) FROM page ORDER BY created_at, id LIMIT 1) AS last,
      (SELECT coalesce(json_agg(${rowJson(forReviewer)} ORDER BY a.created_at DESC, a.id DESC), '[]')::text
       FROM page JOIN activity a USING (id) ${ROW_JOINS}) AS activities`;
}

/** How many new rows a probe looks at before it takes a change for granted. */
const PROBE_LIMIT = 500;

/** Whether anything that the scope finds has committed since the snapshot: one bounded walk of one index. */
export function probeStatement(scope: FeedScope, snapshot: string, values: Values): string {
  const since = SINCE(values.add(snapshot));
  const mine = [...filters(scope, values), ...visibility(scope, values)].join(' AND ') || 'true';
  return `
    SELECT ${NAMES_AT} AS names_at, coalesce(bool_or(fresh.mine), false) OR count(*) > ${PROBE_LIMIT} AS changed
    FROM (SELECT ${mine} AS mine FROM activity a WHERE ${since}
          ORDER BY a.xid, a.id LIMIT ${PROBE_LIMIT + 1}) fresh`;
}

/** One activity, if it may be seen. */
export function eventStatement(
  scope: FeedScope,
  id: number,
  forReviewer: boolean,
  values: Values,
): string {
  const one = `a.id = ${values.add(id)}`;
  return `SELECT ${rowJson(forReviewer, true)} AS activity FROM activity a ${ROW_JOINS}
    WHERE ${one}${andAll(visibility(scope, values))}`;
}

/** The ids nearest to a position on both sides, among what the scope finds. */
export function neighboursStatement(
  shape: Shape,
  scope: FeedScope,
  at: Position,
  values: Values,
): string {
  const one = { take: 1, skip: 0 };
  const newer = keys(shape, scope, { ...one, above: at }, values);
  const older = keys(shape, scope, { ...one, below: at }, values);
  return `SELECT json_build_object(
    'newer_id', (SELECT id FROM (${newer}) newer),
    'older_id', (SELECT id FROM (${older}) older)) AS neighbours`;
}

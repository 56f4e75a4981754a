import { Injectable } from '@nestjs/common';
import { Clock, dayIn, nextDay, Sql, startOfDay, type Viewer } from '@tidemark/api/platform';
import type { ActivityStats } from '@tidemark/contracts';
import { DateTime } from 'luxon';
import { Values, visibility, whereAll } from '../feed/feed-conditions';
import type { FeedScope } from '../feed/feed-scope';
import { FeedScopes } from '../feed/feed-scopes';
import { statementName } from '../feed/statement-name';

const DEFAULT_DAYS = 7;
const TOP_PEOPLE = 10;

interface CountRow {
  dimension: 'type' | 'action' | 'person' | 'day' | 'total';
  key: string | null;
  username: string | null;
  display_name: string | null;
  n: number;
}

/** Counts what happened in the last days: one pass over the rows of the period, all groupings at once. */
@Injectable()
export class ActivityStatsService {
  constructor(
    private readonly scopes: FeedScopes,
    private readonly clock: Clock,
    private readonly sql: Sql,
  ) {}

  /** @param days whole days in the viewer's zone, today included */
  async of(viewer: Viewer, days = DEFAULT_DAYS): Promise<ActivityStats> {
    const today = dayIn(viewer.timeZone, this.clock.now());
    const first =
      DateTime.fromISO(today)
        .minus({ days: days - 1 })
        .toISODate() ?? today;
    const visible = await this.scopes.visibleTo(viewer);
    const rows = await this.count({ visible }, first, today, viewer.timeZone);
    const of = (dimension: CountRow['dimension']) =>
      rows.filter((row) => row.dimension === dimension);
    const people = of('person').filter(
      ({ key }) => visible === 'everything' || key === String(viewer.id),
    );
    return {
      total_activities: of('total')[0]?.n ?? 0,
      entity_counts: Object.fromEntries(of('type').map(({ key, n }) => [key, n])),
      action_counts: Object.fromEntries(of('action').map(({ key, n }) => [key, n])),
      user_activity: people.slice(0, TOP_PEOPLE).map(({ username, display_name, n }) => ({
        username: username ?? '',
        display_name: display_name ?? '',
        count: n,
      })),
      period_days: days,
      daily_counts: everyDay(first, days, new Map(of('day').map(({ key, n }) => [key ?? '', n]))),
    };
  }

  private count(scope: FeedScope, first: string, last: string, zone: string): Promise<CountRow[]> {
    const values = new Values();
    const from = values.add(startOfDay(first, zone));
    const to = values.add(startOfDay(nextDay(last), zone));
    const range = [`a.created_at >= ${from}`, `a.created_at < ${to}`];
    const text = statement(whereAll([...range, ...visibility(scope, values)]), values.add(zone));
    return this.sql.rows<CountRow>(statementName(text), text, values.list);
  }
}

function statement(where: string, zone: string): string {
  return `
    WITH counted AS (
      SELECT a.entity_type, a.action, a.user_id, d.day, count(*)::int AS n,
        GROUPING(a.entity_type, a.action, a.user_id, d.day) AS grouped
      FROM activity a CROSS JOIN LATERAL (SELECT (a.created_at AT TIME ZONE ${zone})::date::text AS day) d
      ${where}
      GROUP BY GROUPING SETS ((a.entity_type), (a.action), (a.user_id), (d.day), ()))
    SELECT CASE grouped WHEN 7 THEN 'type' WHEN 11 THEN 'action' WHEN 13 THEN 'person'
                        WHEN 14 THEN 'day' ELSE 'total' END AS dimension,
      coalesce(entity_type, action, day, user_id::text) AS key, u.username, u.display_name, n
    FROM counted LEFT JOIN "user" u ON grouped = 13 AND u.id = user_id
    WHERE grouped <> 13 OR u.id IS NOT NULL
    ORDER BY n DESC, user_id`;
}

/** Every day of the period, also those on which nothing happened. */
function everyDay(
  first: string,
  days: number,
  counts: Map<string, number>,
): ActivityStats['daily_counts'] {
  const all: ActivityStats['daily_counts'] = [];
  for (let day = first; all.length < days; day = nextDay(day)) {
    all.push({ date: day, count: counts.get(day) ?? 0 });
  }
  return all;
}

import type { ActivityView } from '@tidemark/contracts';
import { type Day, dayIn } from '@tidemark/web/ui';
import { batchesIn } from './batches';

const BURST_WITHIN_MS = 10 * 60_000;
/** Two rows say more than a sentence about them. */
const BURST_FROM = 3;

/** Rows that stand in the feed as one. Most groups have one row only. */
export type RowGroup = readonly [ActivityView, ...ActivityView[]];

/** What happened on one day, as far as it is loaded. */
export interface FeedDay {
  day: Day;
  count: number;
  /** More of this day may follow below. */
  isOpen: boolean;
  groups: RowGroup[];
}

/** The feed under its days, in the viewer's zone. A bulk change lies in the day of its newest row. */
export function feedDays(
  activities: readonly ActivityView[],
  zone: string,
  hasMore: boolean,
): FeedDay[] {
  const batches = batchesIn(activities);
  const byDay = new Map<Day, ActivityView[]>();
  for (const activity of activities) {
    const [newest] = batches.get(activity.batch_id ?? '') ?? [activity];
    const day = dayIn(zone, newest.created_at);
    const rows = byDay.get(day);
    if (rows) rows.push(activity);
    else byDay.set(day, [activity]);
  }
  return [...byDay].map(([day, rows], index) => ({
    day,
    count: rows.length,
    isOpen: hasMore && index === byDay.size - 1,
    groups: rowGroups(rows),
  }));
}

/**
 * Collapses what belongs together: the rows of one bulk change, whatever they say and whenever they were written, where
 * the newest of them stands; and bursts, which are rows in a row by one person with one kind of deed to one type of thing,
 * each within ten minutes of the next. Neighbours alone decide of bursts, so a row added later never regroups the rest.
 */
export function rowGroups(activities: readonly ActivityView[]): RowGroup[] {
  const batches = batchesIn(activities);
  const groups: ActivityView[][] = [];
  for (const activity of activities) {
    const batch = batches.get(activity.batch_id ?? '');
    const last = groups.at(-1);
    if (batch) {
      if (batch[0] === activity) groups.push([...batch]);
    } else if (last && continues(last.at(-1), activity)) last.push(activity);
    else groups.push([activity]);
  }
  return groups.flatMap((rows) => {
    const isOne = rows.length >= BURST_FROM || batches.has(rows[0]?.batch_id ?? '');
    return isOne ? [rows as unknown as RowGroup] : rows.map((row): RowGroup => [row]);
  });
}

/** Rows of bulk changes are no burst with others. */
function continues(newer: ActivityView | undefined, older: ActivityView): boolean {
  if (!newer || newer.batch_id !== null || older.batch_id !== null) return false;
  const apart = Date.parse(newer.created_at) - Date.parse(older.created_at);
  return isSameDeed(newer, older) && apart <= BURST_WITHIN_MS;
}

function isSameDeed(one: ActivityView, other: ActivityView): boolean {
  return (
    one.user_id === other.user_id &&
    one.display_name === other.display_name &&
    one.action === other.action &&
    one.entity_type === other.entity_type
  );
}

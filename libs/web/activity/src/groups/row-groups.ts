import type { ActivityView } from '@tidemark/contracts';
import { type Day, dayIn } from '@tidemark/web/ui';
import { ACTION_BADGES, ENTITY_BADGES } from '../entity-badges';

const BURST_WITHIN_MS = 10 * 60_000;
/** Two rows say more than a sentence about them. */
const BURST_FROM = 3;
/** One bulk change is one deed, however small. */
const BATCH_FROM = 2;

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

/** The feed under its days, in the viewer's zone. */
export function feedDays(
  activities: readonly ActivityView[],
  zone: string,
  hasMore: boolean,
): FeedDay[] {
  const byDay = new Map<Day, ActivityView[]>();
  for (const activity of activities) {
    const day = dayIn(zone, activity.created_at);
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
 * Collapses bursts: one bulk change, or rows in a row by one person with one kind of deed to one type of thing, each
 * within ten minutes of the next. Neighbours alone decide, so a row that is added later never regroups the rest.
 */
export function rowGroups(activities: readonly ActivityView[]): RowGroup[] {
  const bursts: ActivityView[][] = [];
  for (const activity of activities) {
    const burst = bursts.at(-1);
    if (burst && continues(burst.at(-1), activity)) burst.push(activity);
    else bursts.push([activity]);
  }
  return bursts.flatMap((burst) => {
    const enough = burst[0]?.batch_id ? BATCH_FROM : BURST_FROM;
    return burst.length >= enough
      ? [burst as unknown as RowGroup]
      : burst.map((row): RowGroup => [row]);
  });
}

function continues(newer: ActivityView | undefined, older: ActivityView): boolean {
  if (!newer || newer.batch_id !== older.batch_id || !isSameDeed(newer, older)) return false;
  const apart = Date.parse(newer.created_at) - Date.parse(older.created_at);
  return newer.batch_id !== null || apart <= BURST_WITHIN_MS;
}

function isSameDeed(one: ActivityView, other: ActivityView): boolean {
  return (
    one.user_id === other.user_id &&
    one.display_name === other.display_name &&
    one.action === other.action &&
    one.entity_type === other.entity_type
  );
}

/** What a group says after the person's name: "updated" "6 tasks", "started" "4 timers", "signed in" "3 times". */
export function groupWords(group: RowGroup): { verb: string; what: string } {
  const [{ action, entity_type, entity_id, entity_name }] = group;
  const { verb, isIntransitive } = ACTION_BADGES[action];
  if (isIntransitive) return { verb, what: `${group.length} times` };
  if (group.every((row) => row.entity_id === entity_id)) {
    const thing = entity_type === 'comment' ? `a comment on ${entity_name}` : entity_name;
    return { verb, what: `${thing} ${group.length} times` };
  }
  const isTimer = entity_type === 'time_entry' && (action === 'started' || action === 'stopped');
  const things = isTimer ? 'timers' : ENTITY_BADGES[entity_type].plural.toLowerCase();
  return { verb, what: `${group.length} ${things}` };
}

/** The project that all of them belong to; null when there is none, or more than one. */
export function projectOf(group: RowGroup): number | null {
  const [{ project_id, entity_type }] = group;
  const isOne = entity_type !== 'project' && group.every((row) => row.project_id === project_id);
  return isOne ? project_id : null;
}

import type { ActivityView, EntityType } from '@tidemark/contracts';
import { thingOf } from './batches';
import { isBatch } from './group-words';
import type { FeedDay, RowGroup } from './row-groups';

/** One article of the feed. A group is a sentence about its rows; while it is open they follow as articles of their own. */
export interface FeedItem {
  /** Stays the same while the feed grows on top. */
  key: string;
  /** Place in the whole feed, from 1. */
  position: number;
  group: RowGroup;
  /** The row, unless this is the sentence about several. */
  activity: ActivityView | null;
  /** Below the sentence of its group. */
  isNested: boolean;
  /** The group's rows follow. */
  isOpen: boolean;
}

export interface DayItems extends Omit<FeedDay, 'groups'> {
  items: FeedItem[];
}

/** The days with their articles. A group is open when any of its rows is among the opened. */
export function feedItems(days: readonly FeedDay[], opened: ReadonlySet<number>): DayItems[] {
  let position = 0;
  return days.map(({ groups, ...day }) => ({
    ...day,
    items: groups
      .flatMap((group, at) => {
        const mayGrow = day.isOpen && at === groups.length - 1;
        return articles(group, opened, mayGrow);
      })
      .map((item) => ({ ...item, position: ++position })),
  }));
}

/** The last row that is loaded may be the first of many: then it is a sentence about all of them at once. */
function articles(
  group: RowGroup,
  opened: ReadonlySet<number>,
  mayGrow: boolean,
): Omit<FeedItem, 'position'>[] {
  const isGroup = group.length > 1 || (mayGrow && isBatch(group));
  const isOpen = isGroup && group.some(({ id }) => opened.has(id));
  const rows = group.map((activity) => ({
    ...{ key: `${activity.id}`, group, activity },
    ...{ isNested: isGroup, isOpen: false },
  }));
  if (!isGroup) return rows;
  // The oldest row stays while a burst grows on top; a bulk change may be loaded further at its end.
  const key = `group-${group[0].batch_id ?? group.at(-1)?.id}`;
  const sentence = { key, group, activity: null, isNested: false, isOpen };
  return isOpen ? [sentence, ...rows] : [sentence];
}

/** They have no name of their own: what their rows say is the name of a project or task, which is still there. */
const NAMELESS: readonly EntityType[] = ['comment', 'time_entry'];

/** The things whose deletion is among the rows, as "task:5". */
export function goneThings(activities: readonly ActivityView[]): ReadonlySet<string> {
  const deletions = activities.filter(
    ({ action, entity_type }) => action === 'deleted' && !NAMELESS.includes(entity_type),
  );
  return new Set(deletions.map(thingOf));
}

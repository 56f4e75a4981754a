import type { ActivityView } from '@tidemark/contracts';

/** The rows that are loaded of one change of many things, newest first. */
export type Batch = readonly [ActivityView, ...ActivityView[]];

/**
 * The changes of many things among the rows, by their id: of two rows at least, wherever they stand. One that touched a
 * single thing, such as a project and who leads it, is none: its rows say more than a sentence about them.
 */
export function batchesIn(activities: readonly ActivityView[]): ReadonlyMap<string, Batch> {
  const byId = new Map<string, [ActivityView, ...ActivityView[]]>();
  for (const activity of activities) {
    if (activity.batch_id === null) continue;
    const rows = byId.get(activity.batch_id);
    if (rows) rows.push(activity);
    else byId.set(activity.batch_id, [activity]);
  }
  return new Map([...byId].filter(([, rows]) => rows.length > 1 && sizeOf(rows) > 1));
}

/** How many things the change touched, whether they are loaded or not. */
export function sizeOf(rows: Batch): number {
  const said = rows[0].extra_data['batch_size'];
  return Math.max(thingsIn(rows), typeof said === 'number' ? said : 0);
}

/** How many different things the rows are about. */
export function thingsIn(rows: readonly ActivityView[]): number {
  return new Set(rows.map(thingOf)).size;
}

/** "task:5" */
export function thingOf({ entity_type, entity_id }: ActivityView): string {
  return `${entity_type}:${entity_id}`;
}

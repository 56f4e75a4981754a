import { readsEverything, type Viewer } from '@tidemark/api/platform';
import type { TimeReportQuery } from './time-report.query';

/** A statement that is being written: its values are spoken of as $1, $2 … */
export class Statement {
  readonly values: unknown[] = [];

  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** What the conditions are about: `e` an entry, `p` its project, `mine` the viewer's place in it. */
export const FROM_ENTRIES = (viewerId: string) => `
  FROM time_entry e JOIN project p ON p.id = e.project_id
  LEFT JOIN project_member mine ON mine.project_id = e.project_id AND mine.user_id = ${viewerId}`;

/** The entries that the viewer may see, as lists of time entries show them, and that the query asks for. */
export function conditions(viewer: Viewer, query: TimeReportQuery, to: Statement): string[] {
  const { user_id, billable } = query;
  const all: string[] = [];
  if (!readsEverything(viewer)) {
    all.push(`(e.user_id = ${to.value(viewer.id)} OR mine.role = 'lead')`);
  }
  if (user_id !== undefined && user_id !== 'all') all.push(`e.user_id = ${to.value(user_id)}`);
  if (query.project_id) all.push(`e.project_id = ${to.value(query.project_id)}`);
  if (query.client_id) all.push(`p.client_id = ${to.value(query.client_id)}`);
  if (query.task_id) all.push(`e.task_id = ${to.value(query.task_id)}`);
  if (billable !== undefined) all.push(`e.billable = ${to.value(billable)}`);
  return all;
}

/**
 * Finished entries of which something lies within: half-open on both sides, and one without length lies where
 * it starts. The first condition repeats what the last ones imply, for the index.
 */
export const finishedWithin = (from: string, to: string): string[] => [
  `e.ended_at >= ${from}`,
  `e.started_at < ${to}`,
  `(e.ended_at > ${from} OR e.started_at >= ${from})`,
];

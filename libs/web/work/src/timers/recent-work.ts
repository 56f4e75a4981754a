import type { TimeEntryView } from '@tidemark/contracts';

/** The latest different things somebody worked on, at most `count`: a finished entry for each. */
export function recentWork(entries: TimeEntryView[], count: number): TimeEntryView[] {
  const byWork = new Map<string, TimeEntryView>();
  for (const entry of entries) {
    const work = JSON.stringify([entry.project_id, entry.task_id, entry.note.toLocaleLowerCase()]);
    if (entry.ended_at !== null && !byWork.has(work)) byWork.set(work, entry);
  }
  return [...byWork.values()].slice(0, count);
}

import type { TimeEntryView } from '@tidemark/contracts';
import { titleOf } from './timer-draft';

/**
 * The latest different things somebody worked on, at most `count`: a finished entry for each.
 * What reads the same counts once, whether it was noted or named by a task; what nobody can go on with, not at all.
 */
export function recentWork(entries: TimeEntryView[], count: number): TimeEntryView[] {
  const byWork = new Map<string, TimeEntryView>();
  for (const entry of entries) {
    const work = `${entry.project_id} ${titleOf(entry).toLocaleLowerCase()}`;
    if (entry.ended_at !== null && entry.can_edit && !byWork.has(work)) byWork.set(work, entry);
  }
  return [...byWork.values()].slice(0, count);
}

import type { StartTimer, TimeEntryView } from '@tidemark/contracts';

/** What a timer is to be started on: the request, and the names to show until the server has answered. */
export interface TimerDraft {
  project_id: number;
  project_name: string;
  project_color: string;
  client_name: string;
  task_id: number | null;
  task_name: string | null;
  note: string;
  billable?: boolean;
}

export function toStartTimer({ project_id, task_id, note, billable }: TimerDraft): StartTimer {
  return { project_id, task_id, note, ...(billable !== undefined && { billable }) };
}

/** The same work again. */
export function draftOf(entry: TimeEntryView): TimerDraft {
  const { project_id, project_name, project_color, client_name, task_id, task_name } = entry;
  return {
    project_id,
    project_name,
    project_color,
    client_name,
    task_id,
    task_name,
    note: entry.note,
    billable: entry.billable,
  };
}

/** What an entry is called: its note, else its task, else its project. */
export function titleOf(entry: Pick<TimerDraft, 'note' | 'task_name' | 'project_name'>): string {
  return entry.note || entry.task_name || entry.project_name;
}

import { defineSubject } from '@tidemark/api/activity';
import { formatDuration, secondsBetween, toHours } from './duration';
import { TimeEntry } from './time-entry.entity';
import { type Priced, worthMore } from './worth';

const secondsOf = ({ startedAt, endedAt }: TimeEntry) =>
  endedAt ? secondsBetween(startedAt, endedAt) : 0;
const duration = (entry: TimeEntry) => formatDuration(secondsOf(entry));
const hours = (entry: TimeEntry) => toHours(secondsOf(entry));

/** "Website", or "Website - Design" where there is a task. */
const work = ({ project, task }: TimeEntry) =>
  [project.name, task?.name].filter(Boolean).join(' - ');

const names = ({ project, task }: TimeEntry) => ({
  project_name: project.name,
  client_name: project.client.name,
  task_name: task?.name ?? null,
});

/** What a client would pay for it: nothing for what is not billable, or still runs. */
const priced = (entry: TimeEntry): Priced => ({
  seconds: secondsOf(entry),
  hourlyRate: entry.billable ? entry.project.hourlyRate : null,
});

/** What a change makes of hours and money. Before an entry, and after its end, there are none. */
function deltas(before: TimeEntry | null, after: TimeEntry | null) {
  const [old, now] = [before, after].map((entry) =>
    entry ? priced(entry) : { seconds: 0, hourlyRate: null },
  ) as [Priced, Priced];
  return {
    delta_hours: toHours(now.seconds - old.seconds),
    delta_amount: worthMore(now, old) ?? undefined,
  };
}

export const timeEntrySubject = defineSubject({
  entity: TimeEntry,
  type: 'time_entry',
  name: (entry) => entry.note || work(entry),
  projectId: (entry) => entry.projectId,
  audited: ['projectId', 'taskId', 'note', 'billable', 'startedAt', 'endedAt'],
  relations: { project: { client: true }, task: true },
  describe: {
    started: (entry, { notes }) =>
      `${notes['resumed_from'] ? 'Resumed' : 'Started'} timer for ${work(entry)}`,
    stopped: (entry) => `Stopped timer for ${work(entry)} - Duration: ${duration(entry)}`,
    created: (entry) => `Created time entry for ${work(entry)} - ${duration(entry)}`,
    updated: (entry) => `Updated time entry for ${work(entry)}`,
    deleted: ({ project }, { notes }) => {
      const because = notes['reason'] ? `: ${notes['reason']}` : '';
      return `Deleted time entry for ${project.name} - ${notes['duration_formatted']}${because}`;
    },
  },
  extra: {
    started: ({ projectId, project, taskId }) => ({
      project_id: projectId,
      client_id: project.clientId,
      task_id: taskId,
    }),
    stopped: (entry) => ({
      duration_hours: hours(entry),
      project_id: entry.projectId,
      task_id: entry.taskId,
    }),
    created: (entry) => ({
      ...names(entry),
      duration_formatted: duration(entry),
      duration_hours: hours(entry),
      source: entry.source,
      target_user_id: entry.userId,
    }),
    updated: (entry, { before }) => ({
      ...names(entry),
      ...deltas(before, entry),
    }),
    // The service adds the duration, which for a running timer goes up to now, and the reason.
    deleted: (entry) => ({
      project_name: entry.project.name,
      client_name: entry.project.client.name,
      // A timer that is discarded had not counted yet.
      ...(entry.endedAt && deltas(entry, null)),
    }),
  },
});

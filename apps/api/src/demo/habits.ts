import type { Script } from './script';
import { CREATE, REMOVE, type Turn, UPDATE } from './turn';

/** Work without a task that somebody does again and again, and keeps a template for. */
interface Habit {
  by: string;
  name: string;
  project: string;
  note: string;
  share: number;
}

const of = (by: string, share: number, ...templates: [string, string, string][]): Habit[] =>
  templates.map(([name, project, note], index) => {
    return { by, name, project, note, share: share + index * 0.03 };
  });

const HABITS: readonly Habit[] = [
  ...of(
    'ana',
    0.08,
    ['Studio meeting', 'studio', 'Studio meeting'],
    ['One-to-ones', 'studio', 'One-to-one'],
    ['Mail', 'studio', 'E-mail and planning'],
  ),
  ...of(
    'ben',
    0.05,
    ['Stand-up', 'studio', 'Stand-up'],
    ['Call with the ferries', 'ferry', 'Weekly call with the client'],
    ['Portal planning', 'portal', 'Planning'],
  ),
  ...of(
    'cleo',
    0.06,
    ['Council, Tuesdays', 'council', 'Weekly call with the client'],
    ['Kestrel on the phone', 'shop', 'Questions by phone'],
  ),
  ...of(
    'dev',
    0.07,
    ['Stand-up', 'studio', 'Stand-up'],
    ['Ferry deployment', 'ferry', 'Deployment'],
    ['Mail', 'studio', 'E-mail and planning'],
  ),
  ...of(
    'elif',
    0.09,
    ['Stand-up', 'studio', 'Stand-up'],
    ['Clinic, weekly', 'portal', 'Weekly call with the client'],
  ),
  ...of('jonas', 0.1, ['Mail before nine', 'studio', 'E-mail and planning']),
  ...of(
    'maya',
    0.11,
    ['Stand-up', 'studio', 'Stand-up'],
    ['Council demo', 'council', 'Demo for the client'],
    ['Retro', 'studio', 'Retrospective'],
  ),
];

const nameOf = ({ by, name }: Habit) => `template:${by} ${name}`;

/** Templates that come, change their names and go. */
export const HABIT_TURNS: readonly Turn[] = [
  ...HABITS.map((habit): Turn => {
    const { by, share, name, project, note } = habit;
    const billable = project !== 'studio';
    return {
      ...{ by, share, ...CREATE, path: '/time-entry-templates', as: nameOf(habit) },
      body: { name, project_id: `{project:${project}}`, note, billable },
    };
  }),
  {
    ...{ share: 0.47, by: 'cleo', ...UPDATE, body: { name: 'Council, Wednesdays' } },
    path: '/time-entry-templates/{template:cleo Council, Tuesdays}',
  },
  // Deployments go by themselves since then.
  {
    share: 0.58,
    by: 'dev',
    ...REMOVE,
    path: '/time-entry-templates/{template:dev Ferry deployment}',
  },
];

/** The name of the template that somebody has at that time for work like this. */
export function templateFor(
  script: Script,
  by: string,
  { project, note }: { project: string; note: string },
  at: Date,
): string | undefined {
  const habit = HABITS.find(
    (each) => each.by === by && each.project === project && each.note === note,
  );
  return habit && script.isThere(nameOf(habit), at) ? nameOf(habit) : undefined;
}

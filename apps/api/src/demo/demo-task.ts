import type { TaskPriority } from '@tidemark/contracts';
import type { Verb } from './notes';
import type { DemoProject } from './projects';
import type { Script } from './script';

/** A task on its way from the lead's list to done. */
export interface DemoTask {
  project: string;
  key: string;
  verb: Verb;
  assignee: string | null;
  status: 'todo' | 'in_progress' | 'review' | 'closed';
  /** Stretches of work until it is finished. */
  left: number;
  /** The task, or what was last done to it, exists from then on. */
  since: Date;
}

export const PRIORITIES: readonly TaskPriority[] = [
  'low',
  'medium',
  'medium',
  'medium',
  'high',
  'urgent',
];

/** Where a task is planned, as the how-manieth of its project, and when. */
interface Plan {
  project: DemoProject;
  people: ReadonlySet<string>;
  script: Script;
  planned: number;
  day: number;
  at: Date;
  key: string;
}

/** The next of the project's topics for the next of its verbs, and the request that makes it. */
export function inventTask({ project, people, script, planned, day, at, key }: Plan) {
  const { random, calendar } = script;
  const verb = project.verbs[planned % project.verbs.length] as Verb;
  const topic = Math.floor(planned / project.verbs.length);
  const again = Math.floor(topic / project.topics.length);
  const name = `${verb} the ${project.topics[topic % project.topics.length]}`;
  const assignee = random.chance(0.7) ? random.pick([...people]) : null;
  const left = random.whole(4, 9);
  const own = { project: project.key, key, verb, assignee, left };
  const task: DemoTask = { ...own, since: at, status: 'todo' };
  const body = {
    name: again > 0 ? `${name}, part ${again + 1}` : name,
    project_id: `{project:${project.key}}`,
    priority: random.pick(PRIORITIES),
    ...(assignee && { assigned_to: `{user:${assignee}}` }),
    ...(random.chance(0.7) && { due_date: calendar.date('UTC', day + random.whole(4, 16)) }),
    ...(random.chance(0.8) && { estimate_hours: left * 1.5 }),
  };
  return { task, body };
}

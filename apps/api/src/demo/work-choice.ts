import type { Backlog } from './backlog';
import type { DemoTask } from './demo-task';
import { MEETINGS, NOTES, STUDIO_TIME } from './notes';
import { minutesAfter, type Script } from './script';

/** What somebody spends a stretch of time on. */
export interface Work {
  project: string;
  task?: DemoTask;
  note: string;
  billable: boolean;
}

const STUDIO_SHARE = 0.09;
const MEETING_SHARE = 0.1;
/** How often somebody goes on with the task they had before. */
const STAYING_SHARE = 0.7;
/** A task has been on the list for a moment before somebody takes it. */
const SEEN_MINUTES = 2;

/** Decides what one person works on, and takes and begins tasks for it. */
export class WorkChoice {
  constructor(
    private readonly username: string,
    private readonly backlogs: ReadonlyMap<string, Backlog>,
    private readonly script: Script,
  ) {}

  /** @param before the task of the stretch before */
  choose(at: Date, before?: DemoTask): Work {
    const { random } = this.script;
    const own = this.own();
    if (own.length === 0 || random.chance(STUDIO_SHARE)) return this.studioTime();
    if (random.chance(MEETING_SHARE)) {
      const { key } = random.pick(own).project;
      return { project: key, note: random.pick(MEETINGS), billable: random.chance(0.7) };
    }
    const task = this.isMineStill(before) && random.chance(STAYING_SHARE) ? before : this.some(at);
    if (!task) return this.studioTime();
    this.take(task, at);
    return { project: task.project, task, note: random.pick(NOTES[task.verb]), billable: true };
  }

  /** That was the last of it: the task is handed over. */
  finish(task: DemoTask, at: Date): void {
    this.backlogs.get(task.project)?.finish(task, this.username, at);
  }

  private studioTime(): Work {
    return { project: 'studio', note: this.script.random.pick(STUDIO_TIME), billable: false };
  }

  private own(): Backlog[] {
    return [...this.backlogs.values()].filter(
      ({ isOpen, people }) => isOpen && people.has(this.username),
    );
  }

  private isMineStill(task: DemoTask | undefined): task is DemoTask {
    return (
      task?.status === 'in_progress' &&
      task.assignee === this.username &&
      this.own().some(({ project }) => project.key === task.project)
    );
  }

  /** From one of the own projects, those with more weight sooner. */
  private some(at: Date): DemoTask | undefined {
    const seen = minutesAfter(at, -SEEN_MINUTES);
    const left = new Set(this.own());
    while (left.size > 0) {
      const backlog = this.weighted([...left]);
      const task = backlog.next(this.username, seen);
      if (task) return task;
      left.delete(backlog);
    }
    return undefined;
  }

  private weighted(backlogs: readonly Backlog[]): Backlog {
    const all = backlogs.reduce((sum, { project }) => sum + project.weight, 0);
    let left = this.script.random.between(0, all);
    const found = backlogs.find(({ project }) => (left -= project.weight) < 0);
    return found ?? this.script.random.pick(backlogs);
  }

  private take(task: DemoTask, at: Date): void {
    const backlog = this.backlogs.get(task.project);
    if (task.assignee === null) backlog?.claim(task, this.username, minutesAfter(at, -1));
    if (task.status === 'todo') backlog?.begin(task, this.username, minutesAfter(at, -0.5));
  }
}

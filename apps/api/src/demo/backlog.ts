import { Conversation } from './conversation';
import { type DemoTask, inventTask, PRIORITIES } from './demo-task';
import type { DemoProject } from './projects';
import { minutesAfter, type Script } from './script';

/** More would hide everything else that happened in the last minutes. */
const MOST_AT_ONCE = 3;

/** The tasks of one project: the lead plans and reviews them, members work on them. */
export class Backlog {
  /** Whether there is work on it now. */
  isOpen = false;
  isBegun = false;
  readonly people: Set<string>;
  readonly hasLeft = new Set<string>();
  private readonly conversation: Conversation;
  private readonly tasks: DemoTask[] = [];
  private planned = 0;

  constructor(
    readonly project: DemoProject,
    private readonly script: Script,
  ) {
    this.people = new Set([...project.members, project.lead]);
    this.conversation = new Conversation(project, this.people, script);
  }

  open(): void {
    this.isOpen = true;
    this.isBegun = true;
  }

  /** How many tasks nobody has begun. */
  get waiting(): number {
    return this.tasks.filter(({ status }) => status === 'todo').length;
  }

  /** What somebody may work on: the own tasks, those begun first; else one that nobody has. */
  next(person: string, at: Date): DemoTask | undefined {
    const open = this.tasks.filter(
      ({ status, since }) => since < at && (status === 'todo' || status === 'in_progress'),
    );
    const own = open.filter(({ assignee }) => assignee === person);
    return (
      own.find(({ status }) => status === 'in_progress') ??
      own[0] ??
      open.find(({ assignee }) => assignee === null)
    );
  }

  /** The lead makes tasks until everybody has enough to do. */
  plan(day: number, at: Date): Date {
    const { random } = this.script;
    const wanted = this.people.size + 2 - this.waiting;
    let moment = at;
    for (let made = 0; made < wanted; made++) {
      moment = minutesAfter(moment, random.between(0.7, 3));
      this.create(day, moment);
    }
    if (random.chance(0.15)) moment = this.createInError(minutesAfter(moment, 2));
    return moment;
  }

  /** The lead looks at what was finished before today, gives some work to others and sorts it. */
  review(at: Date): Date {
    const { random } = this.script;
    let moment = this.conversation.answer(at);
    const step = () => (moment = minutesAfter(moment, random.between(1, 6)));
    for (const task of this.tasks.filter(
      ({ status, since }) => status === 'review' && since < at,
    )) {
      this.judge(task, step());
    }
    for (const task of this.tasks.filter(({ status }) => status === 'todo')) {
      if (random.chance(0.025)) this.reassign(task, step());
      else if (random.chance(0.03)) this.sort(task, step());
    }
    return moment;
  }

  /** The project ends: nothing stays open. */
  close(at: Date): Date {
    const open = this.tasks.filter(({ status }) => status !== 'closed');
    const [before, after] = [minutesAfter(at, 0.5), minutesAfter(at, 1.5)];
    const waiting = open.filter(({ status }) => status === 'todo');
    this.changeAll(waiting, before, { status: 'cancelled' });
    const begun = open.filter(({ status }) => status !== 'todo');
    this.changeAll(begun, after, { status: 'done' });
    for (const task of open) task.status = 'closed';
    return after;
  }

  /** Somebody leaves the project; somebody else takes what is open. */
  handOver(from: string, to: string, at: Date): Date {
    this.people.delete(from);
    this.hasLeft.add(from);
    const open = this.tasks.filter(
      ({ assignee, status }) => assignee === from && status !== 'closed',
    );
    this.changeAll(open, at, { assigned_to: `{user:${to}}` });
    for (const task of open) task.assignee = to;
    return minutesAfter(at, 0.5);
  }

  /** Somebody takes a task that nobody has. */
  claim(task: DemoTask, person: string, at: Date): void {
    this.change(task, at, person, { assigned_to: `{user:${person}}` });
    task.assignee = person;
  }

  begin(task: DemoTask, person: string, at: Date): void {
    this.change(task, at, person, { status: 'in_progress' });
    task.status = 'in_progress';
    this.conversation.begun(task, person, at);
  }

  /** Who finishes a task hands it over for review; small ones are simply done. */
  finish(task: DemoTask, person: string, at: Date): void {
    const status = this.script.random.chance(0.75) ? 'review' : 'done';
    this.change(task, at, person, { status });
    task.status = status === 'review' ? 'review' : 'closed';
    if (status === 'review') this.conversation.finished(task, person, at);
  }

  /** The lead is content with what was handed over. @returns false when there is less than that */
  approve(lead: string, at: Date, atLeast: number): boolean {
    const handedOver = this.tasks
      .filter(({ status, since }) => status === 'review' && since < at)
      .slice(0, MOST_AT_ONCE);
    if (handedOver.length < atLeast || lead !== this.project.lead) return false;
    this.changeAll(handedOver, at, { status: 'done' });
    for (const task of handedOver) task.status = 'closed';
    return true;
  }

  /** Somebody wants to know something about their task. @returns false when they have none */
  ask(person: string, at: Date): boolean {
    const task = this.tasks.find(
      ({ status, since, assignee }) =>
        status === 'in_progress' && since < at && assignee === person,
    );
    return task !== undefined && this.conversation.ask(task, person, at);
  }

  private create(day: number, at: Date): void {
    const { project, people, script } = this;
    const key = script.name('task');
    const planned = this.planned++;
    const { task, body } = inventTask({ project, people, script, planned, day, at, key });
    this.tasks.push(task);
    this.request(at, 'POST', '/tasks', key, body);
  }

  private createInError(at: Date): Date {
    const key = this.script.name('task');
    const name = this.script.random.pick(['Test', 'New task', 'Copy of “Planning”', 'asdf']);
    this.request(at, 'POST', '/tasks', key, { name, project_id: `{project:${this.project.key}}` });
    const later = minutesAfter(at, 1.5);
    this.request(later, 'DELETE', `/tasks/{${key}}`);
    return later;
  }

  private judge(task: DemoTask, at: Date): void {
    const isGood = this.script.random.chance(0.85);
    this.change(task, at, this.project.lead, { status: isGood ? 'done' : 'in_progress' });
    task.status = isGood ? 'closed' : 'in_progress';
    if (isGood && this.script.random.chance(0.04)) this.reopen(task, minutesAfter(at, 20));
    if (isGood) return;
    task.left = 1;
    this.conversation.sentBack(task, at);
  }

  private reopen(task: DemoTask, at: Date): void {
    this.change(task, at, this.project.lead, { status: 'todo', priority: 'high' });
    Object.assign(task, { status: 'todo', left: 1 });
  }

  private reassign(task: DemoTask, at: Date): void {
    const others = [...this.people].filter((person) => person !== task.assignee);
    const next = this.script.random.chance(0.8) ? this.script.random.pick(others) : null;
    if (next === task.assignee) return;
    this.change(task, at, this.project.lead, { assigned_to: next && `{user:${next}}` });
    task.assignee = next;
  }

  private sort(task: DemoTask, at: Date): void {
    const { random } = this.script;
    this.change(task, at, this.project.lead, {
      priority: random.pick(PRIORITIES),
      estimate_hours: random.whole(2, 14),
    });
  }

  private change(task: DemoTask, at: Date, by: string, body: Record<string, unknown>): void {
    task.since = at;
    this.request(at, 'PATCH', `/tasks/{${task.key}}`, undefined, body, by);
  }

  /** The lead does the same to all of them: at once where there are several. */
  private changeAll(tasks: readonly DemoTask[], at: Date, body: Record<string, unknown>): void {
    const [first, ...others] = tasks;
    if (!first) return;
    if (others.length === 0) {
      this.change(first, at, this.project.lead, body);
      return;
    }
    for (const task of tasks) task.since = at;
    const ids = tasks.map(({ key }) => `{${key}}`);
    this.request(at, 'PATCH', '/tasks', undefined, { ids, ...body });
  }

  private request(
    at: Date,
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    as?: string,
    body?: Record<string, unknown>,
    by = this.project.lead,
  ): void {
    this.script.add({ at, by, method, path, ...(body && { body }), ...(as && { as }) });
  }
}

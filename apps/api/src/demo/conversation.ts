import type { DemoTask } from './demo-task';
import type { DemoProject } from './projects';
import { ANSWERS, remarksOn } from './remarks';
import { minutesAfter, type Script } from './script';

const SHARES = { question: 0.1, result: 0.12, finding: 0.5 } as const;

interface Question {
  task: DemoTask;
  person: string;
  at: Date;
}

/** What the people of a project say to each other below its tasks. */
export class Conversation {
  private unanswered: Question[] = [];

  constructor(
    private readonly project: DemoProject,
    private readonly people: ReadonlySet<string>,
    private readonly script: Script,
  ) {}

  /** Somebody has begun, and perhaps something is not clear. */
  begun(task: DemoTask, person: string, at: Date): void {
    if (!this.script.random.chance(SHARES.question)) return;
    this.ask(task, person, minutesAfter(at, this.script.random.between(4, 12)));
  }

  /** @returns false where the lead would ask themselves */
  ask(task: DemoTask, person: string, at: Date): boolean {
    if (person === this.project.lead) return false;
    this.say(task, person, at, this.pick(remarksOn(task.verb).questions));
    this.unanswered.push({ task, person, at });
    return true;
  }

  finished(task: DemoTask, person: string, at: Date): void {
    if (person === this.project.lead || !this.script.random.chance(SHARES.result)) return;
    this.say(task, person, minutesAfter(at, 1.5), this.pick(remarksOn(task.verb).results));
  }

  /** The lead is not happy with it yet. */
  sentBack(task: DemoTask, at: Date): void {
    const { assignee } = task;
    const { lead } = this.project;
    if (!assignee || assignee === lead || !this.script.random.chance(SHARES.finding)) return;
    this.say(task, lead, minutesAfter(at, 0.7), this.pick(remarksOn(task.verb).findings), assignee);
  }

  /** The lead answers what was asked. @returns when that is done */
  answer(at: Date): Date {
    const asked = this.unanswered.filter((question) => question.at < at);
    this.unanswered = this.unanswered.filter((question) => question.at >= at);
    let moment = at;
    for (const { task, person } of asked.filter((question) => this.people.has(question.person))) {
      moment = minutesAfter(moment, 1.5);
      this.say(task, this.project.lead, moment, this.pick(ANSWERS), person);
    }
    return moment;
  }

  /** Below a task, by somebody of the project. */
  private say(task: DemoTask, by: string, at: Date, text: string, who = ''): void {
    const body = text.replace('@lead', `@${this.project.lead}`).replace('@who', `@${who}`);
    const path = `/tasks/{${task.key}}/comments`;
    this.script.add({ at, by, method: 'POST', path, body: { body } });
  }

  private pick(texts: readonly string[]): string {
    return this.script.random.pick(texts);
  }
}

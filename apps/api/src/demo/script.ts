import { Calendar } from './calendar';
import { Random } from './random';
import type { Step } from './step';

export interface DemoOptions {
  /** What time it is; nothing happens after it. */
  now: Date;
  /** How many days of work, today included. */
  days: number;
  seed: number;
}

/** "/comments/{comment:minutes}" is about the comment itself. */
const THING = /^\/[\w-]+\/\{([^{}]+)\}$/;

/** The steps so far, with the dice and the calendar that everybody shares who adds some. */
export class Script {
  readonly calendar: Calendar;
  readonly random: Random;
  private readonly steps: Step[] = [];
  private readonly made = new Map<string, Date>();
  private readonly removed = new Map<string, Date>();
  private readonly named = new Map<string, number>();

  constructor({ now, days, seed }: DemoOptions) {
    this.calendar = new Calendar(now, days);
    this.random = new Random(seed);
  }

  add(step: Step): void {
    this.steps.push(step);
    if (step.as) this.made.set(step.as, step.at);
    const [, gone] = (step.method === 'DELETE' && THING.exec(step.path)) || [];
    if (gone) this.removed.set(gone, step.at);
  }

  /** Whether a thing that some step makes is made at that time, and not deleted yet. */
  isThere(name: string, at: Date): boolean {
    const [from, to] = [this.made.get(name), this.removed.get(name)];
    return from !== undefined && from < at && (to === undefined || at < to);
  }

  /** A name that nothing has yet, such as "task:17". */
  name(kind: string): string {
    const number = (this.named.get(kind) ?? 0) + 1;
    this.named.set(kind, number);
    return `${kind}:${number}`;
  }

  /** In the order of time, without what would lie in the future. */
  upToNow(): Step[] {
    return this.steps
      .filter(({ at }) => at <= this.calendar.now)
      .toSorted((one, other) => one.at.getTime() - other.at.getTime());
  }
}

export const minutesAfter = (at: Date, minutes: number): Date =>
  new Date(at.getTime() + Math.round(minutes * 60) * 1_000);

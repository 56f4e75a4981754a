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

/** The steps so far, with the dice and the calendar that everybody shares who adds some. */
export class Script {
  readonly calendar: Calendar;
  readonly random: Random;
  private readonly steps: Step[] = [];
  private named = 0;

  constructor({ now, days, seed }: DemoOptions) {
    this.calendar = new Calendar(now, days);
    this.random = new Random(seed);
  }

  add(step: Step): void {
    this.steps.push(step);
  }

  /** A name that nothing has yet, such as "task:17". */
  name(kind: string): string {
    return `${kind}:${++this.named}`;
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

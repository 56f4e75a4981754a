import type { Presence } from './presence';
import { minutesAfter, type Script } from './script';
import type { Step } from './step';
import { type Teammate } from './team';
import type { Workday } from './workday';

/** They have something to show for today, whatever the hour and the weekday. */
const WORKS_TODAY = ['ana', 'ben', 'elif', 'maya'];
/** Their timers run when nobody else's does; since so many minutes. */
const STILL_AT_IT = new Map([
  ['ben', 25],
  ['elif', 9],
]);
const LONGEST_MINUTES = 150;
const SHORTEST_MINUTES = 1;
/** So long before the first thing somebody does. */
const SIGNS_IN_MINUTES = 2;
const TIMER = /\/timers\/|\/(resume|start)$/;

/** Today, up to this minute: a dashboard without entries of today would show nothing of the product. */
export class LastHours {
  constructor(
    private readonly script: Script,
    private readonly workdays: ReadonlyMap<Teammate, Workday>,
    private readonly presence: Presence,
  ) {}

  add(): void {
    for (const [person, workday] of this.workdays) {
      // What is planned for the rest of today has not happened.
      workday.startOver();
      const isIdle = this.timersOf(person).every(({ at }) => at < this.midnight(person));
      if (WORKS_TODAY.includes(person.username) && isIdle) this.addShift(person, workday);
    }
    const isAnyRunning = [...this.workdays.keys()].some((person) => this.isRunning(person));
    if (!isAnyRunning) this.addRunning();
  }

  /** One or two stretches between midnight, or what the person did last, and now. */
  private addShift(person: Teammate, workday: Workday): void {
    const { now } = this.script.calendar;
    const before = this.stepsOf(person).at(-1)?.at.getTime() ?? 0;
    const since = Math.max(this.midnight(person).getTime(), before + SIGNS_IN_MINUTES * 60_000);
    const minutes = Math.min((now.getTime() - since) / 60_000, LONGEST_MINUTES);
    if (minutes < SHORTEST_MINUTES) return;
    const at = (share: number) => minutesAfter(now, minutes * (share - 1));
    this.presence.signIn(person, minutesAfter(at(0), -SIGNS_IN_MINUTES));
    const stretches = minutes > 40 ? [at(0.05), at(0.45), at(0.55), at(0.93)] : [at(0.1), at(0.9)];
    for (let index = 0; index + 1 < stretches.length; index += 2) {
      const [from, to] = [stretches[index] as Date, stretches[index + 1] as Date];
      workday.work({ from, to }, minutesAfter(to, -3));
    }
  }

  private addRunning(): void {
    const { now } = this.script.calendar;
    for (const [person, workday] of this.workdays) {
      const minutes = STILL_AT_IT.get(person.username);
      const last = this.timersOf(person).at(-1)?.at ?? new Date(0);
      const at = new Date(
        Math.max(minutesAfter(now, -(minutes ?? 0)).getTime(), last.getTime() + 2_000),
      );
      if (minutes === undefined || at >= now) continue;
      this.presence.signIn(person, minutesAfter(at, -SIGNS_IN_MINUTES));
      workday.startOver();
      workday.start(at);
    }
  }

  private isRunning(person: Teammate): boolean {
    const last = this.timersOf(person).at(-1);
    return last !== undefined && last.path !== '/timers/stop';
  }

  private timersOf(person: Teammate): Step[] {
    return this.stepsOf(person).filter(({ path }) => TIMER.test(path));
  }

  private stepsOf({ username }: Teammate): Step[] {
    return this.script.upToNow().filter(({ by }) => by === username);
  }

  private midnight({ time_zone: zone }: Teammate): Date {
    const { calendar } = this.script;
    return calendar.at(zone, calendar.today, 0);
  }
}

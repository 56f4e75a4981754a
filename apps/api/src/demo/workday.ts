import type { Backlog } from './backlog';
import type { DemoTask } from './demo-task';
import { templateFor } from './habits';
import { DELETION_REASONS } from './notes';
import { minutesAfter, type Script } from './script';
import type { Step } from './step';
import type { Teammate } from './team';
import { type Work, WorkChoice } from './work-choice';

/** A stretch of work without a break. */
export interface Stretch {
  from: Date;
  to: Date;
}

const LUNCH = 12.2;
const SHORTEST_HOURS = 0.35;
const BY_HAND_SHARE = 0.09;
const CORRECTED_SHARE = 0.04;
const DISCARDED_SHARE = 0.015;
const LATE_SHARE = 0.05;

/** What one person does with their time: timers, entries by hand, corrections, and the tasks behind them. */
export class Workday {
  private readonly choice: WorkChoice;
  /** What was worked on last; the entry only where it is one to go on from. */
  private last?: { task: DemoTask; entry?: string };

  constructor(
    private readonly person: Teammate,
    backlogs: ReadonlyMap<string, Backlog>,
    private readonly script: Script,
  ) {
    this.choice = new WorkChoice(person.username, backlogs, script);
  }

  /** An ordinary day; seldom with an hour in the evening. Nothing begins before `notBefore`. */
  plan(day: number, notBefore: Date): void {
    const { random } = this.script;
    const { begins, ends } = this.person;
    const isHalf = ends < LUNCH + 2;
    const lunch = isHalf ? ends : LUNCH + random.between(0, 0.5);
    const at = (hours: number) => this.script.calendar.at(this.person.time_zone, day, hours);
    const blocks: [number, number][] = [[begins + random.between(0, 0.5), lunch]];
    if (!isHalf) {
      blocks.push([lunch + random.between(0.6, 1), ends + random.between(-0.4, 0.5)]);
      const isWeekend = this.script.calendar.isFriday(this.person.time_zone, day);
      if (!isWeekend && random.chance(LATE_SHARE)) blocks.push([20.2, 21.6]);
    }
    for (const [from, to] of blocks) {
      for (const stretch of this.stretches(from, to)) {
        const [begin, end] = [at(stretch[0]), at(stretch[1])];
        if (begin > notBefore) this.work({ from: begin, to: end }, at(to));
      }
    }
  }

  /** @param later when forgotten entries are made up for: at the end of the hours of work */
  work(stretch: Stretch, later: Date): void {
    const { random } = this.script;
    const work = this.choice.choose(stretch.from, this.last?.task);
    const entry = this.script.name('entry');
    const isByHand = random.chance(BY_HAND_SHARE);
    if (isByHand) this.enter(work, stretch, entry, minutesAfter(later, 3));
    else this.track(work, stretch, entry);
    const recorded = isByHand ? later : stretch.to;
    if (work.task) this.last = { task: work.task, ...(!isByHand && { entry }) };
    if (!isByHand && random.chance(CORRECTED_SHARE)) this.correct(entry, stretch);
    else if (!isByHand && random.chance(DISCARDED_SHARE)) this.discard(entry, stretch.to);
    if (work.task && --work.task.left <= 0)
      this.choice.finish(work.task, minutesAfter(recorded, 4));
  }

  /** Nothing that was planned goes on from here. */
  startOver(): void {
    delete this.last;
  }

  /** A timer that nobody has stopped yet. */
  start(at: Date): void {
    this.begin(this.choice.choose(at), at, this.script.name('entry'));
  }

  /** From one time of the day to another, with short breaks and without what is not tracked. */
  private *stretches(from: number, to: number): Generator<[number, number]> {
    const { random } = this.script;
    for (let hour = from; hour < to - SHORTEST_HOURS;) {
      const end = Math.min(hour + random.between(0.6, 2.2), to);
      if (random.chance(this.person.diligence)) yield [hour, end];
      hour = end + random.between(0.12, 0.3);
    }
  }

  private track(work: Work, { from, to }: Stretch, entry: string): void {
    this.begin(work, from, entry);
    this.add(to, 'POST', '/timers/stop');
  }

  private begin(work: Work, at: Date, entry: string): void {
    const { last, script } = this;
    const template = work.task ? undefined : templateFor(script, this.person.username, work, at);
    if (template) {
      this.add(at, 'POST', `/time-entry-templates/{${template}}/start`, undefined, entry);
    } else if (last?.entry && last.task === work.task && script.random.chance(0.5)) {
      this.add(at, 'POST', `/time-entries/{${last.entry}}/resume`, undefined, entry);
    } else {
      this.add(at, 'POST', '/timers/start', bodyOf(work), entry);
    }
  }

  private enter(work: Work, { from, to }: Stretch, entry: string, at: Date): void {
    const times = { started_at: toMinutes(from), ended_at: toMinutes(to) };
    this.add(at, 'POST', '/time-entries', { ...bodyOf(work), ...times }, entry);
  }

  private correct(entry: string, { from, to }: Stretch): void {
    const minutes = (to.getTime() - from.getTime()) / 60_000;
    const body = this.script.random.pick<Record<string, unknown>>([
      { note: 'Billed with the next sprint' },
      { billable: false },
      { ended_at: toMinutes(minutesAfter(from, minutes * 0.8)) },
      { started_at: toMinutes(minutesAfter(from, -10)) },
    ]);
    this.add(minutesAfter(to, 1.5), 'PATCH', `/time-entries/{${entry}}`, body);
  }

  private discard(entry: string, at: Date): void {
    const reason = this.script.random.pick(DELETION_REASONS);
    this.add(minutesAfter(at, 1.5), 'DELETE', `/time-entries/{${entry}}`, { reason });
    this.startOver();
  }

  private add(
    at: Date,
    method: Step['method'],
    path: string,
    body?: Record<string, unknown>,
    as?: string,
  ): void {
    const { username } = this.person;
    this.script.add({ at, by: username, method, path, ...(body && { body }), ...(as && { as }) });
  }
}

function bodyOf({ project, task, note, billable }: Work): Record<string, unknown> {
  return {
    project_id: `{project:${project}}`,
    ...(task && { task_id: `{${task.key}}` }),
    ...(note && { note }),
    ...(!billable && { billable }),
  };
}

/** People remember minutes, not seconds. */
const toMinutes = (at: Date) => new Date(Math.round(at.getTime() / 60_000) * 60_000).toISOString();

import { PROJECTS } from './projects';
import { minutesAfter, type Script } from './script';
import type { Step } from './step';
import { teammate, type Teammate } from './team';

/** Ana closes a month on her first working day from this day of the next one. */
const CLOSING_DAY = '03';
const AFTER_ARRIVAL_HOURS = 1.5;
/** Later than this a change needs a reason. */
const LATE_DAYS = 30;
/** There from the beginning to the end. */
const LASTING = ['ferry', 'portal', 'council'];
const REASON = 'The client agreed to pay for it after all';

interface Closing {
  month: string;
  day: number;
}
interface Correction {
  entry: string;
  lead: Teammate;
  day: number;
}

/** The months of the demo: the oldest are closed, and in one of them something is put right much later. */
export class Bookkeeping {
  private readonly ana = teammate('ana');

  constructor(private readonly script: Script) {}

  /** The last month that is over stays open: it waits for whoever looks at the demo. */
  add(): void {
    const closings = this.closings().slice(0, -1);
    for (const { month, day } of closings) this.close(month, this.morning(this.ana, day));
    const last = closings.at(-1);
    const correction = last && this.correction(last);
    if (correction) this.correct(last.month, correction);
  }

  private closings(): Closing[] {
    const months = new Set(this.days().map((day) => this.monthOf(day)));
    return [...months].flatMap((month) => {
      const day = this.days().find(
        (each) =>
          this.monthOf(each) > month &&
          this.date(each).slice(8) >= CLOSING_DAY &&
          this.script.calendar.worksOn(this.ana, each),
      );
      return day === undefined ? [] : [{ month, day }];
    });
  }

  /** Time of the month that was not to be paid for, and the first day on which its lead is late with it. */
  private correction({ month, day: closed }: Closing): Correction | undefined {
    for (const { at, path, body = {}, as } of this.script.upToNow()) {
      const project = PROJECTS.find(({ key }) => body['project_id'] === `{project:${key}}`);
      if (!as || !project || !LASTING.includes(project.key)) continue;
      if (path !== '/timers/start' || body['billable'] !== false || this.isDeleted(as)) continue;
      const date = at.toISOString().slice(0, 10);
      const lead = teammate(project.lead);
      const day = this.days().find((each) => each > closed && this.isLate(each, date, lead));
      if (date.startsWith(month) && day !== undefined) return { entry: as, lead, day };
    }
    return undefined;
  }

  private isLate(day: number, entryDate: string, lead: Teammate): boolean {
    const { calendar } = this.script;
    const daysPast = (Date.parse(this.date(day)) - Date.parse(entryDate)) / 86_400_000;
    // One day more, since the day of the entry is not the same in every zone.
    const isLate = daysPast > LATE_DAYS + 1 && day < calendar.today;
    return isLate && calendar.worksOn(this.ana, day) && calendar.worksOn(lead, day);
  }

  private correct(month: string, { entry, lead, day }: Correction): void {
    const mornings = [this.ana, lead].map((person) => this.morning(person, day).getTime());
    const at = new Date(Math.max(...mornings));
    this.step(at, `/periods/${month}/open`, { reason: `${lead.display_name} has a correction` });
    this.script.add({
      ...{ at: minutesAfter(at, 8), by: lead.username, method: 'PATCH' },
      ...{ path: `/time-entries/{${entry}}`, body: { billable: true, reason: REASON } },
    });
    this.close(month, minutesAfter(at, 20));
  }

  private close(month: string, at: Date): void {
    this.step(at, `/periods/${month}/close`);
  }

  private step(at: Date, path: string, body?: Step['body']): void {
    this.script.add({ at, by: 'ana', method: 'POST', path, ...(body && { body }) });
  }

  private isDeleted(entry: string): boolean {
    const path = `/time-entries/{${entry}}`;
    return this.script.upToNow().some((step) => step.method === 'DELETE' && step.path === path);
  }

  private morning(person: Teammate, day: number): Date {
    const { calendar } = this.script;
    return calendar.at(person.time_zone, day, person.begins + AFTER_ARRIVAL_HOURS);
  }

  private days(): number[] {
    return Array.from({ length: this.script.calendar.today + 1 }, (_, day) => day);
  }

  /** In the zone of the organisation, which is that of its founder. */
  private date(day: number): string {
    return this.script.calendar.date(this.ana.time_zone, day);
  }

  private monthOf(day: number): string {
    return this.date(day).slice(0, 7);
  }
}

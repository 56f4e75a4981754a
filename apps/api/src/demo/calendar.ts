import { DateTime } from 'luxon';
import type { Teammate } from './team';

const HOLIDAYS = ['01-01', '05-01', '12-24', '12-25', '12-26'];
const SATURDAY = 6;

/** The days of the demo: 0 is the first, the last one is today. */
export class Calendar {
  readonly today: number;
  private readonly midnights = new Map<string, DateTime>();

  /** @param days how many there are, today included */
  constructor(
    readonly now: Date,
    days: number,
  ) {
    this.today = days - 1;
  }

  /** The instant at so many hours after midnight of a day in a zone. */
  at(zone: string, day: number, hours: number): Date {
    return this.midnight(zone, day)
      .set({ hour: Math.floor(hours), second: Math.round((hours % 1) * 3_600) })
      .toJSDate();
  }

  /** "2026-01-15" */
  date(zone: string, day: number): string {
    return this.midnight(zone, day).toISODate() ?? '';
  }

  /** How far the time has gone by on a day: 0 at the beginning, 1 today. */
  progress(day: number): number {
    return this.today === 0 ? 1 : day / this.today;
  }

  /** The first day that is no weekend, or today. */
  firstWorkday(zone: string): number {
    for (let day = 0; day < this.today; day++) {
      if (this.midnight(zone, day).weekday < SATURDAY) return day;
    }
    return this.today;
  }

  /** The day on which so much of the time has gone by. */
  dayOf(share: number): number {
    return Math.ceil(share * this.today);
  }

  /** The last days of months, up to today. */
  monthEnds(zone: string): number[] {
    const days = Array.from({ length: this.today + 1 }, (_, day) => day);
    return days.filter((day) => this.midnight(zone, day + 1).day === 1);
  }

  worksOn(person: Teammate, day: number): boolean {
    const date = this.midnight(person.time_zone, day);
    const [from, to] = person.away;
    const share = this.progress(day);
    const isAway = share >= from && share < to;
    const isHoliday = HOLIDAYS.includes(date.toFormat('MM-dd'));
    return person.weekdays.includes(date.weekday) && !isAway && !isHoliday;
  }

  /** Names the ISO week of a day, such as "2026-W03". */
  week(zone: string, day: number): string {
    return this.midnight(zone, day).toFormat("kkkk-'W'WW");
  }

  isFriday(zone: string, day: number): boolean {
    return this.midnight(zone, day).weekday === SATURDAY - 1;
  }

  private midnight(zone: string, day: number): DateTime {
    const name = `${zone} ${day}`;
    const known = this.midnights.get(name);
    if (known) return known;
    const today = DateTime.fromJSDate(this.now, { zone }).startOf('day');
    const midnight = today.plus({ days: day - this.today });
    this.midnights.set(name, midnight);
    return midnight;
  }
}

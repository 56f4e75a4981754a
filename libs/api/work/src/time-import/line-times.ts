import { dayIn, instantsAt, nextDay } from '@tidemark/api/platform';
import type { DateOrder } from '@tidemark/contracts';
import { readDay, readDuration, readMoment } from './cells';
import type { Cells } from './csv-table';
import type { Remarks } from './remarks';

/** Where only the day and the length are known, the first entry begins then, and each next one after it. */
const DAY_BEGINS = '09:00:00';
/** Trackers round: what is a minute off is the same. */
const SAME_WITHIN_SECONDS = 60;

export interface Times {
  startedAt: Date;
  endedAt: Date;
}

/** What a cell with a time can mean: two instants when the clocks are put back, none when they are put forward. */
interface Moment {
  instants: Date[];
  /** Unknown of an instant that carries its offset. */
  day?: string;
  time?: string;
  /** Its day was said elsewhere. */
  isTimeOnly?: boolean;
}

interface Length {
  day: string | undefined;
  seconds: number | undefined;
}

/** When the time of each line was, in the zone of who imports it. One for each file: lines without times stack up. */
export class LineTimes {
  private readonly filledUntil = new Map<string, Date>();

  constructor(
    private readonly zone: string,
    private readonly order: DateOrder | undefined,
  ) {}

  /** @param person whose days fill up where lines have no times */
  of(cells: Cells, person: string, remarks: Remarks): Times | undefined {
    const day = this.day('date', cells.date, remarks);
    const seconds = remarks.read('duration', cells.duration, readDuration);
    if (remarks.errors.some(({ column }) => column === 'date' || column === 'duration')) return;
    if (!cells.start) return this.stacked(cells, person, { day, seconds }, remarks);
    const start = this.moment('start', cells.start, day, remarks);
    if (!start) return;
    const [startedAt] = start.instants;
    if (!startedAt) return this.refuseGap('start', start, remarks);
    if (cells.end) return this.between(start, cells, seconds, remarks);
    if (seconds) return { startedAt, endedAt: new Date(startedAt.getTime() + seconds * 1_000) };
    return remarks.refuse('end', 'Say when it ended, or in a duration how long it took');
  }

  /** Of all that start and end can mean, what agrees with the duration; else what comes first. */
  private between(
    { instants, day: startDay }: Moment,
    cells: Cells,
    seconds: number | undefined,
    remarks: Remarks,
  ): Times | undefined {
    const ownDay = this.day('end_date', cells.end_date, remarks);
    if (cells.end_date && !ownDay) return;
    const end = this.moment('end', cells.end ?? '', ownDay ?? startDay, remarks);
    if (!end) return;
    const possible = instants.flatMap((startedAt) =>
      this.after(startedAt, end, ownDay === undefined ? (seconds ?? 0) : null).map((endedAt) => ({
        startedAt,
        endedAt,
      })),
    );
    const agreeing = possible.find((times) => agrees(times, seconds));
    const isInGap = end.instants.length === 0;
    if (isInGap && !(seconds && agreeing)) return this.refuseGap('end', end, remarks);
    const chosen = agreeing ?? possible[0];
    if (!chosen) return remarks.refuse('end', 'It must end after it starts');
    if (!agrees(chosen, seconds)) {
      remarks.warn('duration', 'Start and end say something else: the duration is not used');
    }
    return chosen;
  }

  /**
   * The possible ends after the start. A mere time of day before it is one of the next day, or of as many days
   * later as the duration says.
   * @param seconds of the duration; null where the day of the end was given
   */
  private after(startedAt: Date, end: Moment, seconds: number | null): Date[] {
    const { instants, day, time, isTimeOnly } = end;
    const later = instants.filter((one) => one > startedAt);
    if (seconds === null || !isTimeOnly || !day || !time) return later;
    const days = [-SAME_WITHIN_SECONDS, SAME_WITHIN_SECONDS].map((more) =>
      dayIn(this.zone, new Date(startedAt.getTime() + (seconds + more) * 1_000)),
    );
    const next = later.length > 0 ? [] : [nextDay(day)];
    const further = [...next, ...days].flatMap((one) => instantsAt(one, time, this.zone));
    return [...later, ...further.filter((one) => one > startedAt)];
  }

  private moment(
    column: 'start' | 'end',
    text: string,
    day: string | undefined,
    remarks: Remarks,
  ): Moment | undefined {
    const read = remarks.read(column, text, () => readMoment(text, day, this.order));
    if (!read) return;
    if (read instanceof Date) return { instants: [read] };
    const { day: date, time, isTimeOnly } = read;
    return { instants: instantsAt(date, time, this.zone), day: date, time, isTimeOnly };
  }

  private refuseGap(column: 'start' | 'end', { day, time = '' }: Moment, remarks: Remarks) {
    return remarks.refuse(
      column,
      `On ${day} the clocks of ${this.zone} were put forward over ${time.slice(0, 5)}: there is no such time`,
    );
  }

  private stacked(
    cells: Cells,
    person: string,
    { day, seconds }: Length,
    remarks: Remarks,
  ): Times | undefined {
    if (!day) return remarks.refuse('date', 'The day is missing');
    if (cells.end) return remarks.refuse('start', 'Say when it began');
    if (!seconds) return remarks.refuse('duration', 'Say when it was, or how long it took');
    const key = `${day} ${person}`;
    const startedAt = this.filledUntil.get(key) ?? instantsAt(day, DAY_BEGINS, this.zone)[0];
    if (!startedAt) return remarks.refuse('start', 'Say when it began');
    const endedAt = new Date(startedAt.getTime() + seconds * 1_000);
    this.filledUntil.set(key, endedAt);
    return { startedAt, endedAt };
  }

  private day(column: 'date' | 'end_date', text: string | undefined, remarks: Remarks) {
    return remarks.read(column, text, (written) => readDay(written, this.order));
  }
}

function agrees({ startedAt, endedAt }: Times, seconds: number | undefined): boolean {
  if (seconds === undefined) return true;
  const measured = (endedAt.getTime() - startedAt.getTime()) / 1_000;
  return Math.abs(measured - seconds) <= SAME_WITHIN_SECONDS;
}

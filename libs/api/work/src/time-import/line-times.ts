import { instantsAt, nextDay } from '@tidemark/api/platform';
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

/** What a cell with a time can mean: twice an hour comes when the clocks are put back. */
interface Moment {
  instants: Date[];
  /** Unknown of an instant that carries its offset. */
  day?: string;
  /** Only a time of day was given. */
  time?: string;
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
    const [startedAt] = start?.instants ?? [];
    if (!start || !startedAt) return;
    const endedAt = this.end(cells, startedAt, { day: start.day, seconds }, remarks);
    return endedAt && { startedAt, endedAt };
  }

  private end(
    cells: Cells,
    startedAt: Date,
    { day: startDay, seconds }: Length,
    remarks: Remarks,
  ): Date | undefined {
    if (!cells.end) {
      if (seconds) return new Date(startedAt.getTime() + seconds * 1_000);
      return remarks.refuse('end', 'Say when it ended, or in a duration how long it took');
    }
    const ownDay = this.day('end_date', cells.end_date, remarks);
    if (cells.end_date && !ownDay) return;
    const end = this.moment('end', cells.end, ownDay ?? startDay, remarks);
    if (!end) return;
    const possible = this.after(startedAt, end, ownDay === undefined);
    const chosen = possible.find((one) => agrees(startedAt, one, seconds)) ?? possible[0];
    if (!chosen) return remarks.refuse('end', 'It must end after it starts');
    if (!agrees(startedAt, chosen, seconds)) {
      remarks.warn('duration', 'Start and end say something else: the duration is not used');
    }
    return chosen;
  }

  /** The possible ends after the start; a mere time of day before it is one of the next day. */
  private after(startedAt: Date, { instants, day, time }: Moment, mayBeNextDay: boolean): Date[] {
    const later = instants.filter((one) => one > startedAt);
    if (later.length > 0 || !mayBeNextDay || !day || !time) return later;
    return instantsAt(nextDay(day), time, this.zone);
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
    const instants = instantsAt(read.day, read.time, this.zone);
    if (instants.length > 0)
      return { instants, day: read.day, time: read.isTimeOnly ? read.time : undefined };
    const { day: date, time } = read;
    return remarks.refuse(
      column,
      `On ${date} the clocks of ${this.zone} were put forward over ${time.slice(0, 5)}: there is no such time`,
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

function agrees(startedAt: Date, endedAt: Date, seconds: number | undefined): boolean {
  if (seconds === undefined) return true;
  const measured = (endedAt.getTime() - startedAt.getTime()) / 1_000;
  return Math.abs(measured - seconds) <= SAME_WITHIN_SECONDS;
}

import { dayIn, instantsAt, nextDay } from '@tidemark/api/platform';
import type { DateOrder, ImportColumn } from '@tidemark/contracts';
import { readDay, readDuration, readMoment, readOffset } from './cells';
import type { Cells } from './csv-table';
import type { Remarks } from './remarks';

/** Where only the day and the length are known, the first entry begins then, and each next one after it. */
const DAY_BEGINS = '09:00:00';
/** Trackers round: what is a minute off is the same. */
const SAME_WITHIN_SECONDS = 60;

/** Without them nothing can be said of the times. */
const NEEDED_FIRST: ReadonlySet<ImportColumn> = new Set([
  'date',
  'duration',
  'utc_offset',
  'end_utc_offset',
]);

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
  /** Where a clock shows it: a zone, or an offset that the line names. */
  zone: string;
}

/** Where the clocks of a line hang. */
interface Zones {
  start: string;
  end: string;
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
    const zones = this.zones(cells, remarks);
    if (remarks.errors.some(({ column }) => column && NEEDED_FIRST.has(column))) return;
    if (seconds === 0 && !(cells.start && cells.end)) {
      return remarks.refuse('duration', 'It lasts no time at all');
    }
    if (!cells.start) return this.stacked(cells, person, { day, seconds }, remarks);
    const start = this.moment('start', cells.start, { day, zone: zones.start }, remarks);
    if (!start) return;
    const [startedAt] = start.instants;
    if (!startedAt) return this.refuseGap('start', start, remarks);
    if (cells.end) return this.between(start, { cells, zone: zones.end, seconds }, remarks);
    if (seconds) return { startedAt, endedAt: new Date(startedAt.getTime() + seconds * 1_000) };
    return remarks.refuse('end', 'Say when it ended, or in a duration how long it took');
  }

  /** An offset of the start is that of the end, too, unless the end has its own. */
  private zones({ utc_offset, end_utc_offset }: Cells, remarks: Remarks): Zones {
    const start = remarks.read('utc_offset', utc_offset, readOffset) ?? this.zone;
    return { start, end: remarks.read('end_utc_offset', end_utc_offset, readOffset) ?? start };
  }

  /** Of all that start and end can mean, what agrees with the duration; else what comes first. */
  private between(
    { instants, day: startDay }: Moment,
    { cells, zone, seconds }: { cells: Cells; zone: string; seconds: number | undefined },
    remarks: Remarks,
  ): Times | undefined {
    const ownDay = this.day('end_date', cells.end_date, remarks);
    if (cells.end_date && !ownDay) return;
    const end = this.moment('end', cells.end ?? '', { day: ownDay ?? startDay, zone }, remarks);
    if (!end) return;
    const possible = instants.flatMap((startedAt) =>
      after(startedAt, end, { seconds, hasOwnDay: ownDay !== undefined }).map((endedAt) => ({
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

  private moment(
    column: 'start' | 'end',
    text: string,
    { day, zone }: { day: string | undefined; zone: string },
    remarks: Remarks,
  ): Moment | undefined {
    const read = remarks.read(column, text, () => readMoment(text, day, this.order));
    if (!read) return;
    if (read instanceof Date) return { instants: [read], zone };
    const { day: date, time, isTimeOnly } = read;
    return { instants: instantsAt(date, time, zone), day: date, time, isTimeOnly, zone };
  }

  private refuseGap(column: 'start' | 'end', { day, time = '', zone }: Moment, remarks: Remarks) {
    return remarks.refuse(
      column,
      `On ${day} the clocks of ${zone} were put forward over ${time.slice(0, 5)}: there is no such time`,
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

/**
 * The possible ends after the start, or at it where the duration says that it took no time. A mere time of day
 * before it is one of the next day, or of as many days later as the duration says.
 */
function after(
  startedAt: Date,
  { instants, day, time, isTimeOnly, zone }: Moment,
  { seconds, hasOwnDay }: { seconds: number | undefined; hasOwnDay: boolean },
): Date[] {
  const isAfter = (one: Date) =>
    one > startedAt || (seconds === 0 && one.getTime() === startedAt.getTime());
  const later = instants.filter(isAfter);
  if (hasOwnDay || !isTimeOnly || !day || !time) return later;
  const days = [-SAME_WITHIN_SECONDS, SAME_WITHIN_SECONDS].map((more) =>
    dayIn(zone, new Date(startedAt.getTime() + ((seconds ?? 0) + more) * 1_000)),
  );
  const next = later.length > 0 ? [] : [nextDay(day)];
  const further = [...next, ...days].flatMap((one) => instantsAt(one, time, zone));
  return [...later, ...further.filter(isAfter)];
}

function agrees({ startedAt, endedAt }: Times, seconds: number | undefined): boolean {
  if (seconds === undefined) return true;
  const measured = (endedAt.getTime() - startedAt.getTime()) / 1_000;
  return Math.abs(measured - seconds) <= SAME_WITHIN_SECONDS;
}

/** A calendar day without a zone: "2026-11-23". */
export type Day = string;
/** A wall-clock time, 24 hours: "09:05". */
export type WallTime = string;
/** ISO weekday on which a week begins: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are expensive to make and cheap to keep. */
export function dateFormat(
  zone: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([zone, options]);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    formats.set(key, format);
  }
  return format;
}

const WALL: Intl.DateTimeFormatOptions = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
};

/** What clock and calendar on the wall show there then, as if it were UTC: milliseconds, whole seconds. */
function wallClock(zone: string, epochMs: number): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of dateFormat(zone, WALL).formatToParts(epochMs)) part[type] = +value;
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function epochOf(instant: string | number | Date): number {
  return typeof instant === 'number' ? instant : new Date(instant).getTime();
}

/** Milliseconds that the zone is ahead of UTC at that moment. */
function offsetAt(zone: string, epochMs: number): number {
  const wholeSeconds = Math.floor(epochMs / 1000) * 1000;
  return wallClock(zone, wholeSeconds) - wholeSeconds;
}

/** The calendar day that an instant falls on in a zone. */
export function dayIn(zone: string, instant: string | number | Date): Day {
  return new Date(wallClock(zone, epochOf(instant))).toISOString().slice(0, 10);
}

/** The wall-clock time, to the minute, of an instant in a zone. */
export function timeIn(zone: string, instant: string | number | Date): WallTime {
  return new Date(wallClock(zone, epochOf(instant))).toISOString().slice(11, 16);
}

/**
 * The instant (ISO, UTC) at which a wall clock in the zone shows that day and time.
 * Where the clock is put back and shows a time twice, the first is meant; where it is put forward and never shows it,
 * the time moves on by the length of the gap (02:30 becomes 03:30). This is what RFC 5545 and Temporal's "compatible" do.
 */
export function zonedToInstant(day: Day, time: WallTime, zone: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`);
  // Zones move by at most a day around a wall time, so these two see the offsets before and after any change near it.
  const before = offsetAt(zone, wall - MS_PER_DAY);
  const after = offsetAt(zone, wall + MS_PER_DAY);
  const matching = [wall - before, wall - after].filter((at) => at + offsetAt(zone, at) === wall);
  return new Date(matching.length > 0 ? Math.min(...matching) : wall - before).toISOString();
}

/** The instant (ISO, UTC) at which a day begins in a zone: midnight, or the first moment after it where midnight is skipped. */
export function startOfDay(day: Day, zone: string): string {
  return zonedToInstant(day, '00:00', zone);
}

/** `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00Z`) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

/** ISO weekday: 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): Weekday {
  return (new Date(`${day}T00:00Z`).getUTCDay() || 7) as Weekday;
}

/** The first day of the week that a day belongs to. */
export function startOfWeek(day: Day, weekStart: Weekday): Day {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

/** Whether the name is one that this browser can calculate with. */
export function isZone(zone: string): boolean {
  try {
    dateFormat(zone, WALL);
    return true;
  } catch {
    return false;
  }
}

/** "UTC+01:00": the zone's distance from UTC at that moment. */
export function offsetName(zone: string, instant: string | number | Date): string {
  const minutes = Math.round(offsetAt(zone, epochOf(instant)) / MS_PER_MINUTE);
  const size = Math.abs(minutes);
  const hhmm = [Math.floor(size / 60), size % 60].map((n) => `${n}`.padStart(2, '0')).join(':');
  return `UTC${minutes < 0 ? '−' : '+'}${hhmm}`;
}

import { DateTime, IANAZone } from 'luxon';

/** RFC 3339 with an offset, to the letter: no leniency of `Date`. */
const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Parses an instant (RFC 3339 section 5.6, offset required), cut to milliseconds.
 * @returns null for anything else, for days that do not exist and outside 2000–2099
 */
export function parseInstant(text: unknown): Date | null {
  if (typeof text !== 'string' || !RFC_3339.test(text) || parseDay(text.slice(0, 10)) === null)
    return null;
  const instant = DateTime.fromISO(text.replace(/(\.\d{3})\d+/, '$1'), { setZone: true });
  const ms = instant.isValid ? instant.toMillis() : NaN;
  return ms >= EARLIEST && ms < LATEST ? new Date(ms) : null;
}

/**
 * Parses a calendar day, "2026-01-15".
 * @returns the same text, or null for anything else, for days that do not exist and outside 2000–2099
 */
export function parseDay(text: unknown): string | null {
  if (typeof text !== 'string' || !DAY.test(text)) return null;
  const day = DateTime.fromISO(text, { zone: 'utc' });
  return day.isValid && day.toMillis() >= EARLIEST && day.toMillis() < LATEST ? text : null;
}

/** The instant at which a calendar day begins in a zone: its first moment, where midnight is skipped or comes twice. */
export function startOfDay(day: string, zone: string): Date {
  const midnight = DateTime.fromISO(day, { zone }).startOf('day');
  return (midnight.getPossibleOffsets()[0] ?? midnight).toJSDate();
}

/**
 * The instants at which a clock in the zone shows that day and time ("09:30:00"), earliest first: none where the
 * clocks are put forward over it, two where they are put back to it.
 */
export function instantsAt(day: string, time: string, zone: string): Date[] {
  const shown = DateTime.fromISO(`${day}T${time}`, { zone });
  if (shown.toFormat('yyyy-MM-dd HH:mm:ss') !== `${day} ${time}`) return [];
  return shown
    .getPossibleOffsets()
    .map((one) => one.toJSDate())
    .sort((one, other) => one.getTime() - other.getTime());
}

/** The calendar day that follows. */
export function nextDay(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toISODate() ?? day;
}

/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, instant: Date): string {
  return DateTime.fromJSDate(instant, { zone }).toISODate() ?? '';
}

/** Whether a text is an IANA zone name that this machine knows; fixed offsets such as "UTC+5" are not. */
export function isTimeZone(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    /^[A-Za-z][\w/+-]{0,63}$/.test(name) &&
    !/^UTC?[+-]/i.test(name) &&
    IANAZone.isValidZone(name)
  );
}

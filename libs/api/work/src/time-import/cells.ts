import { parseDay, parseInstant } from '@tidemark/api/platform';
import type { DateOrder } from '@tidemark/contracts';

/** Either what a cell says, or why it cannot be used. */
export type Read<T> = { value: T } | { error: string };

/** What a clock on the wall shows: "2026-01-15" and "09:30:00". */
export interface Wall {
  day: string;
  time: string;
  /** The day was said elsewhere. */
  isTimeOnly: boolean;
}

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([ap])\.?m\.?)?$/i;
const DURATION = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$/;
const OFFSET = /^(?:(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?([0-5]\d))?|UTC|GMT|Z)$/i;
const MOST_HOURS_AHEAD = 14;
const HOURS = /^\d{1,4}(?:[.,]\d{1,6})?$/;
const YES = new Set(['yes', 'y', 'true', '1', 'x', 'billable', 'ja', 'wahr']);
const NO = new Set(['no', 'n', 'false', '0', 'non-billable', 'not billable', 'nein', 'falsch']);

const two = (digits: string | number) => String(digits).padStart(2, '0');

/**
 * A day as "2026-01-15" or "15.1.2026". With slashes the days of two countries look alike: those are read only
 * where somebody said in which order.
 */
export function readDay(text: string, order: DateOrder | undefined): Read<string> {
  const slashed = SLASHED.exec(text);
  if (slashed && !order) {
    return {
      error: `“${text}” can be read in two ways: say whether the day or the month comes first`,
    };
  }
  const [, first = '', second = '', year = ''] = slashed ?? DOTTED.exec(text) ?? [];
  const [month, day] = slashed && order === 'mdy' ? [first, second] : [second, first];
  const written = year ? `${year}-${two(month)}-${two(day)}` : text;
  const value = parseDay(written);
  return value
    ? { value }
    : { error: `“${text}” is no day. Write it like 2026-01-15, from 2000 to 2099` };
}

/** "9:30", "09:30:15" or "2:30 PM", as "09:30:00". */
export function readTime(text: string): Read<string> {
  const [whole, hours = '', minutes = '', seconds = '0', half] = TIME.exec(text) ?? [];
  const error = { error: `“${text}” is no time of day. Write it like 9:30 or 14:05` };
  if (whole === undefined) return error;
  const hour = half ? fromHalf(Number(hours), half) : Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return error;
  return { value: [hour, minutes, seconds].map(two).join(':') };
}

/** The hour of the day, or one that no day has. */
function fromHalf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** A time of day, or day and time, or an instant with its offset. */
export function readMoment(
  text: string,
  day: string | undefined,
  order: DateOrder | undefined,
): Read<Wall | Date> {
  const instant = parseInstant(text.replace(' ', 'T'));
  if (instant) return { value: instant };
  const [, ownDay, ownTime] = /^(\S*[-./]\S*?)(?:T|,?\s+)(\d.*)$/.exec(text) ?? [];
  const time = readTime(ownTime ?? text);
  if ('error' in time) return time;
  if (!ownDay) {
    return day ? { value: { day, time: time.value, isTimeOnly: true } } : { error: NO_DAY };
  }
  const read = readDay(ownDay, order);
  if ('error' in read) return read;
  return { value: { day: read.value, time: time.value, isTimeOnly: false } };
}
const NO_DAY = 'The day is missing';

/** "UTC+05:30", "+5:30", "GMT-3" or "UTC", as a zone of which the clocks never change. */
export function readOffset(text: string): Read<string> {
  const [whole, sign = '+', hours = '0', minutes = '00'] = OFFSET.exec(text) ?? [];
  if (whole === undefined || Number(hours) > MOST_HOURS_AHEAD) {
    return { error: `“${text}” is no offset from UTC. Write it like UTC+01:00` };
  }
  return { value: `UTC${sign}${two(hours)}:${minutes}` };
}

/** Seconds of "1:30", "1:30:15", "1.5" or "1,5" (hours). */
export function readDuration(text: string): Read<number> {
  const plain = text.replace(/\s*h(?:ours?)?$/i, '');
  const [whole, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(plain) ?? [];
  const total = whole
    ? Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
    : HOURS.test(plain) && Math.round(Number(plain.replace(',', '.')) * 3_600);
  if (total === false)
    return { error: `“${text}” is no duration. Write it like 1:30, 1:30:00 or 1.5` };
  return { value: total };
}

/** Billable unless it says otherwise. */
export function readBillable(text: string | undefined): Read<boolean> {
  const word = (text ?? 'yes').toLowerCase();
  if (YES.has(word)) return { value: true };
  return NO.has(word) ? { value: false } : { error: `“${text}” is neither yes nor no` };
}

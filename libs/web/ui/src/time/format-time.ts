import { addDays, dateFormat, type Day, dayIn, offsetName, timeIn } from './zone';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** "Today", "Yesterday", "Tomorrow", "Fri 20 Nov", and with the year when it is not the current one. */
export function formatDay(day: Day, today: Day): string {
  if (day === today) return 'Today';
  if (day === addDays(today, -1)) return 'Yesterday';
  if (day === addDays(today, 1)) return 'Tomorrow';
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return dateFormat('UTC', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(!sameYear && { year: 'numeric' }),
  })
    .format(new Date(`${day}T00:00Z`))
    .replaceAll(',', '');
}

/** "Sunday 22 November": a day in full. */
export function formatLongDay(day: Day): string {
  return dateFormat('UTC', { weekday: 'long', day: 'numeric', month: 'long' })
    .format(new Date(`${day}T00:00Z`))
    .replaceAll(',', '');
}

/** "Sunday 22 November 2026": the day of an instant, in full. */
export function formatLongDate(instant: string | number, zone: string): string {
  const day = dayIn(zone, instant);
  return `${formatLongDay(day)} ${day.slice(0, 4)}`;
}

/** "2026-01" → "January 2026" */
export function formatMonth(month: string): string {
  return dateFormat('UTC', { month: 'long', year: 'numeric' }).format(
    new Date(`${month}-01T00:00Z`),
  );
}

/** "Sun 22 Nov 2026, 18:02:11 (Europe/Berlin, UTC+01:00)": everything that a doubt could be about. */
export function formatExact(instant: string, zone: string): string {
  const day = dateFormat(zone, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
    .format(new Date(instant))
    .replaceAll(',', '');
  const time = dateFormat(zone, { timeStyle: 'medium', hourCycle: 'h23' }).format(
    new Date(instant),
  );
  return `${day}, ${time} (${zone.replaceAll('_', ' ')}, ${offsetName(zone, instant)})`;
}

/**
 * How long ago, in as few letters as a list allows: "now", "5m", "3h"; on earlier days "Yesterday 18:02", "Fri 20 Nov 18:02".
 * Under a heading that names the day (`underDay`) those say the time alone. An instant in the future says its time.
 */
export function formatRelative(
  instant: string,
  nowMs: number,
  zone: string,
  underDay = false,
): string {
  const seconds = Math.floor((nowMs - Date.parse(instant)) / 1000);
  const today = dayIn(zone, nowMs);
  const day = dayIn(zone, instant);
  const time = timeIn(zone, instant);
  if (seconds > -MINUTE && seconds < MINUTE) return 'now';
  if (seconds > 0 && seconds < HOUR) return `${Math.floor(seconds / MINUTE)}m`;
  if (day === today) return seconds > 0 ? `${Math.floor(seconds / HOUR)}h` : time;
  return underDay ? time : `${formatDay(day, today)} ${time}`;
}

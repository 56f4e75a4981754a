import type { WallTime } from '@tidemark/web/ui';

const two = (value: number): string => `${value}`.padStart(2, '0');

/** What people type for a time of day: "9", "930", "9:30", "9.30", "09h30", "9:30 pm". Undefined for anything else. */
export function parseTime(text: string): WallTime | undefined {
  const match = /^(\d{1,2})(?:[:.h]?([0-5]\d))?h?\s*([ap])?\.?(?:m\.?)?$/.exec(
    text.trim().toLowerCase(),
  );
  if (!match) return undefined;
  const [, hours = '', minutes = '00', half] = match;
  const hour = half ? hourOfHalf(+hours, half) : +hours;
  return hour !== undefined && hour <= 23 ? `${two(hour)}:${minutes}` : undefined;
}

/** "9:00–10:30", "9 - 10.30", "9 to 10:30". Undefined for anything else. */
export function parseRange(text: string): { from: WallTime; to: WallTime } | undefined {
  const [first, second, ...rest] = text.split(/\s*(?:–|—|-|\bto\b|\bbis\b)\s*/i);
  if (first === undefined || second === undefined || rest.length > 0) return undefined;
  const from = parseTime(first);
  const to = parseTime(second);
  return from && to ? { from, to } : undefined;
}

function hourOfHalf(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

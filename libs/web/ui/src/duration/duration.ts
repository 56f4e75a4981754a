const MINUTE = 60;
const HOUR = 3600;

const two = (value: number): string => `${value}`.padStart(2, '0');

/** Seconds as a running clock: "1:24:07". Below zero counts as zero. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / HOUR)}:${two(Math.floor(whole / MINUTE) % 60)}:${two(whole % 60)}`;
}

/** Seconds as hours and minutes: "1:24". Started minutes do not count, so parts never exceed their sum. */
export function formatHours(seconds: number): string {
  const minutes = Math.floor(Math.max(0, seconds) / MINUTE);
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

/**
 * What people type for a duration, in seconds: "1:30", "1:30:15", "1.5h", "1,5", "90m", "1h 30m", "45 min".
 * A bare number counts hours up to 24 and minutes above. Undefined for anything else.
 */
export function parseDuration(text: string): number | undefined {
  const typed = text.trim().toLowerCase().replaceAll(',', '.');
  return parseClock(typed) ?? parseUnits(typed) ?? parseBare(typed);
}

function parseClock(typed: string): number | undefined {
  const match = /^(\d{1,3}):([0-5]?\d)(?::([0-5]\d))?$/.exec(typed);
  return match ? +(match[1] ?? 0) * HOUR + +(match[2] ?? 0) * MINUTE + +(match[3] ?? 0) : undefined;
}

function parseUnits(typed: string): number | undefined {
  const match =
    /^(?:(\d+(?:\.\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(\d+(?:\.\d+)?)\s*m(?:in(?:utes?|s)?)?)?$/.exec(
      typed,
    );
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  return Math.round(+(match[1] ?? 0) * HOUR + +(match[2] ?? 0) * MINUTE);
}

function parseBare(typed: string): number | undefined {
  if (!/^\d+(\.\d+)?$/.test(typed)) return undefined;
  return Math.round(+typed * (+typed <= 24 ? HOUR : MINUTE));
}

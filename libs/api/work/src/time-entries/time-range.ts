import {
  nextDay,
  parseDay,
  parseInstant,
  ProblemException,
  startOfDay,
} from '@tidemark/api/platform';

/** From the first instant up to, but without, the last one. */
export interface TimeRange {
  from?: Date;
  to?: Date;
}

/**
 * What two parameters ask for: days are whole days of the zone, both included; instants are taken as they are.
 * @throws ProblemException invalid-parameter when the range ends before it begins
 */
export function timeRange(
  { start_date, end_date }: { start_date?: string; end_date?: string },
  zone: string,
): TimeRange {
  const from = start_date === undefined ? undefined : instant(start_date, zone);
  const last = end_date !== undefined && parseDay(end_date) ? nextDay(end_date) : end_date;
  const to = last === undefined ? undefined : instant(last, zone);
  if (from && to && from >= to) {
    throw new ProblemException('invalid-parameter', 'end_date must not lie before start_date');
  }
  return { from, to };
}

function instant(text: string, zone: string): Date | undefined {
  return parseDay(text) ? startOfDay(text, zone) : (parseInstant(text) ?? undefined);
}

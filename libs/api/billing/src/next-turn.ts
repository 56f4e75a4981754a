import { dayIn, nextDay, startOfDay } from '@tidemark/api/platform';

const HOUR_MS = 3_600_000;

/** How long billing rests: an hour, or until the day of the zone is over, when it comes first. */
export function msUntilNextTurn(zone: string, now: Date): number {
  const midnight = startOfDay(nextDay(dayIn(zone, now)), zone);
  return Math.min(HOUR_MS, midnight.getTime() - now.getTime());
}

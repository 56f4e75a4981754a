import type { TimeEntryView } from '@tidemark/contracts';
import { addDays, type Day, dayIn, startOfDay } from '@tidemark/web/ui';

export interface DayGroup {
  day: Day;
  /** Newest first, as they came. */
  entries: TimeEntryView[];
  /** Of these entries, on this day alone. */
  seconds: number;
}

/**
 * Entries under the day on which they began, newest day first; those from before `firstDay` under that one.
 * What an entry over midnight has on a day counts there.
 */
export function groupByDay(
  entries: TimeEntryView[],
  zone: string,
  nowMs: number,
  firstDay: Day = '',
): DayGroup[] {
  const byDay = new Map<Day, TimeEntryView[]>();
  for (const entry of entries) {
    const began = dayIn(zone, entry.started_at);
    const day = began < firstDay ? firstDay : began;
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  return [...byDay]
    .sort(([one], [other]) => other.localeCompare(one))
    .map(([day, ofDay]) => ({
      day,
      entries: ofDay,
      seconds: secondsWithin(entries, day, day, zone, nowMs),
    }));
}

/** Seconds that entries have from one day to another, both inclusive, in a zone; a running one counts up to now. */
export function secondsWithin(
  entries: TimeEntryView[],
  first: Day,
  last: Day,
  zone: string,
  nowMs: number,
): number {
  const from = Date.parse(startOfDay(first, zone));
  const to = Date.parse(startOfDay(addDays(last, 1), zone));
  return entries.reduce((sum, { started_at, ended_at }) => {
    const start = Math.max(Date.parse(started_at), from);
    const end = Math.min(ended_at === null ? nowMs : Date.parse(ended_at), to);
    return sum + Math.max(0, Math.floor((end - start) / 1000));
  }, 0);
}

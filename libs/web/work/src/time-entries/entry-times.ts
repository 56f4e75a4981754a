import { addDays, type Day, dayIn, type WallTime, timeIn, zonedToInstant } from '@tidemark/web/ui';

/** When an entry was, as people write it: on which day, from when to when, by the clock on their wall. */
export interface EntryTimes {
  day: Day;
  from: WallTime;
  to: WallTime;
  /** On how many days after `day` it ends: 1 for a night shift. */
  daysLater: number;
}

/** The instants that were saved, with the seconds that `EntryTimes` does not show. */
export interface Saved {
  started_at: string;
  ended_at: string | null;
}

export function timesOf(startedAt: string, endedAt: string, zone: string): EntryTimes {
  const day = dayIn(zone, startedAt);
  const daysLater = (Date.parse(dayIn(zone, endedAt)) - Date.parse(day)) / 86_400_000;
  return { day, from: timeIn(zone, startedAt), to: timeIn(zone, endedAt), daysLater };
}

/** An end before its start on the clock is on the next day. An entry over several days keeps them. */
export function withClock(times: EntryTimes, from: WallTime, to: WallTime): EntryTimes {
  const daysLater = times.daysLater > 1 ? times.daysLater : Number(to < from);
  return { ...times, from, to, daysLater };
}

/** Ends that many seconds after its start, whatever the clocks do in between. */
export function withDuration(
  times: EntryTimes,
  seconds: number,
  zone: string,
  saved?: Saved,
): EntryTimes {
  const startedAt = startOf(times, zone, saved);
  const endedAt = new Date(Date.parse(startedAt) + seconds * 1000).toISOString();
  const { to, daysLater } = timesOf(startedAt, endedAt, zone);
  return { ...times, to, daysLater };
}

/** The instant of the start; the saved one, seconds and all, where day and time are still those. */
export function startOf({ day, from }: EntryTimes, zone: string, saved?: Saved): string {
  return exactly(saved?.started_at, day, from, zone);
}

/** The instant of the end. */
export function endOf({ day, to, daysLater }: EntryTimes, zone: string, saved?: Saved): string {
  return exactly(saved?.ended_at, addDays(day, daysLater), to, zone);
}

/** Elapsed seconds: an hour that the clocks skip does not count, one that they repeat counts twice. */
export function secondsOf(times: EntryTimes, zone: string, saved?: Saved): number {
  const start = startOf(times, zone, saved);
  return Math.round((Date.parse(endOf(times, zone, saved)) - Date.parse(start)) / 1000);
}

function exactly(saved: string | null | undefined, day: Day, time: WallTime, zone: string): string {
  const same = saved && dayIn(zone, saved) === day && timeIn(zone, saved) === time;
  return same ? saved : zonedToInstant(day, time, zone);
}

import { distinctUntilChanged, filter, map, type Observable, scan, throttleTime } from 'rxjs';

export const SPEAK_EVERY_MS = 10_000;

/**
 * What to say to those who listen: "3 new activities", at most every ten seconds, and each arrival once.
 * Takes how many have arrived so far; a smaller number than before starts the count again.
 */
export function announcements(arrived: Observable<number>): Observable<string> {
  return arrived.pipe(
    distinctUntilChanged(),
    throttleTime(SPEAK_EVERY_MS, undefined, { leading: true, trailing: true }),
    scan(({ said }, total) => ({ fresh: total < said ? total : total - said, said: total }), {
      fresh: 0,
      said: 0,
    }),
    map(({ fresh }) => fresh),
    filter((fresh) => fresh > 0),
    map((fresh) => (fresh === 1 ? '1 new activity' : `${fresh} new activities`)),
  );
}

import { nextDay, startOfDay } from '@tidemark/api/platform';
import fc from 'fast-check';
import { summarise, type TrackedTime } from './time-summary';

const HOUR = 3_600;

const tracked = (from: string, to: string, billable = true): TrackedTime => ({
  startedAt: new Date(from),
  endedAt: new Date(to),
  billable,
});

const hoursOf = (time: TrackedTime[], first: string, last: string, zone: string) =>
  summarise(time, { first, last, zone }).days.map(({ seconds }) => seconds / HOUR);

it('splits an entry over midnight at the midnight of the zone', () => {
  const night = [tracked('2026-01-15T22:00:00Z', '2026-01-16T01:00:00Z')];
  expect(hoursOf(night, '2026-01-15', '2026-01-16', 'Europe/Berlin')).toEqual([1, 2]);
  expect(hoursOf(night, '2026-01-15', '2026-01-16', 'UTC')).toEqual([2, 1]);
  expect(hoursOf(night, '2026-01-15', '2026-01-16', 'Asia/Kathmandu')).toEqual([0, 3]);
});

it('counts only what lies within the days, and billable time apart', () => {
  const time = [
    tracked('2026-01-14T20:00:00Z', '2026-01-15T03:00:00Z'),
    tracked('2026-01-15T10:00:00Z', '2026-01-15T11:30:00Z', false),
    tracked('2026-01-16T00:00:00Z', '2026-01-16T05:00:00Z'),
  ];
  expect(summarise(time, { first: '2026-01-15', last: '2026-01-15', zone: 'UTC' })).toEqual({
    days: [{ date: '2026-01-15', seconds: 4.5 * HOUR, billable_seconds: 3 * HOUR }],
    total_seconds: 4.5 * HOUR,
    billable_seconds: 3 * HOUR,
  });
});

it.each([
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['America/New_York', '2026-03-08', 23],
  ['America/New_York', '2026-11-01', 25],
  ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ['Australia/Lord_Howe', '2026-10-04', 23.5],
  // Clocks change at midnight there: the day begins at one, or has its first hour twice.
  ['Africa/Cairo', '2026-04-24', 23],
  ['America/Havana', '2026-11-01', 25],
  ['Asia/Kathmandu', '2026-03-29', 24],
  ['Europe/Berlin', '2028-02-29', 24],
])('gives a day in %s on %s its %d hours', (zone, date, hours) => {
  const week = [tracked('2026-01-01T00:00:00Z', '2029-01-01T00:00:00Z')];
  expect(hoursOf(week, date, date, zone)).toEqual([hours]);
});

it('goes over the end of the year and through ISO week 53', () => {
  const time = [tracked('2026-12-28T00:00:00Z', '2027-01-04T00:00:00Z')];
  const { days, total_seconds } = summarise(time, {
    first: '2026-12-28',
    last: '2027-01-03',
    zone: 'UTC',
  });
  expect(days.map(({ date }) => date)).toEqual([
    '2026-12-28',
    '2026-12-29',
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
  ]);
  expect(total_seconds).toBe(7 * 24 * HOUR);
});

const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];

it('loses and invents no second, whatever the entries, the days and the zone', () => {
  const from = Date.UTC(2026, 2, 1);
  const entry = fc
    .record({
      start: fc.nat(300 * 86_400),
      length: fc.nat(5 * 86_400),
      billable: fc.boolean(),
    })
    .map(({ start, length, billable }) => ({
      startedAt: new Date(from + start * 1_000),
      endedAt: new Date(from + (start + length) * 1_000),
      billable,
    }));
  const days = fc.tuple(fc.nat(280), fc.nat(20));
  fc.assert(
    fc.property(fc.array(entry), days, fc.constantFrom(...ZONES), (entries, [skip, more], zone) => {
      const first = day(from, skip);
      const last = day(from, skip + more);
      const summary = summarise(entries, { first, last, zone });
      const range = [startOfDay(first, zone), startOfDay(nextDay(last), zone)] as const;
      expect(summary.days).toHaveLength(more + 1);
      expect(summary.total_seconds).toBe(within(entries, range));
      expect(summary.billable_seconds).toBe(
        within(
          entries.filter(({ billable }) => billable),
          range,
        ),
      );
    }),
  );
});

const day = (from: number, days: number) =>
  new Date(from + days * 86_400_000).toISOString().slice(0, 10);

/** The seconds of the entries within the range, without looking at days. */
function within(entries: TrackedTime[], [from, to]: readonly [Date, Date]): number {
  return entries.reduce((sum, { startedAt, endedAt }) => {
    const ms = Math.min(+endedAt, +to) - Math.max(+startedAt, +from);
    return sum + Math.max(0, ms) / 1_000;
  }, 0);
}

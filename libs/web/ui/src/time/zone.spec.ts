import fc from 'fast-check';
import {
  addDays,
  dayIn,
  offsetName,
  startOfDay,
  startOfWeek,
  timeIn,
  weekdayOf,
  zonedToInstant,
} from './zone';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
];
const zone = fc.constantFrom(...ZONES);
const MINUTE = 60_000;
const instant = fc
  .integer({ min: Date.UTC(2000, 0, 1) / MINUTE, max: Date.UTC(2060, 0, 1) / MINUTE })
  .map((minutes) => new Date(minutes * MINUTE).toISOString());
const day = instant.map((at) => at.slice(0, 10));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${`${hour}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`);
const wallOf = (name: string, at: string) => `${dayIn(name, at)} ${timeIn(name, at)}`;

describe('a wall time in a zone', () => {
  it('shows the same on the wall after going to an instant and back, or an earlier reading of the same', () => {
    fc.assert(
      fc.property(zone, instant, (name, at) => {
        const back = zonedToInstant(dayIn(name, at), timeIn(name, at), name);
        expect(wallOf(name, back)).toBe(wallOf(name, at));
        expect(Date.parse(back)).toBeLessThanOrEqual(Date.parse(at));
      }),
    );
  });

  it('is never shown earlier than asked, and later only by a gap', () => {
    fc.assert(
      fc.property(zone, day, time, (name, date, clock) => {
        const shown = wallOf(name, zonedToInstant(date, clock, name));
        expect(shown >= `${date} ${clock}`).toBe(true);
      }),
    );
  });

  it.each([
    // Put forward: 02:30 is never shown and becomes 03:30.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    // Put back: 02:30 is shown twice, the first is meant.
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    // By half an hour only.
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['2026-11-23', '09:00', 'Asia/Kathmandu', '2026-11-23T03:15:00.000Z'],
    // A whole day was skipped.
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
  ])('%s %s in %s is %s', (date, clock, name, expected) => {
    expect(zonedToInstant(date, clock, name)).toBe(expected);
  });
});

describe('a day', () => {
  it('begins after midnight where midnight is skipped', () => {
    expect(startOfDay('2026-03-29', 'Asia/Beirut')).toBe('2026-03-28T22:00:00.000Z');
    expect(wallOf('Asia/Beirut', '2026-03-28T22:00:00.000Z')).toBe('2026-03-29 01:00');
  });

  it('begins on itself, and the moment before belongs to the day before', () => {
    fc.assert(
      fc.property(zone, day, (name, date) => {
        fc.pre(!(name === 'Pacific/Apia' && date === '2011-12-30'));
        const start = startOfDay(date, name);
        expect(dayIn(name, start)).toBe(date);
        expect(dayIn(name, Date.parse(start) - 1) < date).toBe(true);
      }),
    );
  });

  it('plus days minus the same days is itself', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (date, count) => {
        expect(addDays(addDays(date, count), -count)).toBe(date);
      }),
    );
  });

  it('lies within seven days of the start of its week, which has the right weekday', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(1 as const, 6 as const, 7 as const), (date, weekStart) => {
        const start = startOfWeek(date, weekStart);
        expect(weekdayOf(start)).toBe(weekStart);
        expect(start <= date && date < addDays(start, 7)).toBe(true);
      }),
    );
  });

  it('counts the 29th of February only where there is one', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
  });
});

describe('the distance from UTC', () => {
  it.each([
    ['Asia/Kathmandu', '2026-11-23T00:00:00Z', 'UTC+05:45'],
    ['America/New_York', '2026-07-01T00:00:00Z', 'UTC−04:00'],
    ['Europe/Berlin', '2026-07-01T00:00:00Z', 'UTC+02:00'],
    ['UTC', '2026-07-01T00:00:00Z', 'UTC+00:00'],
  ])('of %s at %s is %s', (name, at, expected) => {
    expect(offsetName(name, at)).toBe(expected);
  });
});

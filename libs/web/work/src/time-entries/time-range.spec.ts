import { daysOfRange, nameOfRange, rangeAround, toDay } from './time-range';

const TODAY = '2026-11-23';

describe('the days on screen', () => {
  it.each([
    [1, '2026-11-23', '2026-11-29'],
    [6, '2026-11-21', '2026-11-27'],
    [7, '2026-11-22', '2026-11-28'],
  ] as const)('are the week that begins on weekday %i', (weekStart, first, last) => {
    expect(rangeAround(TODAY, 'week', weekStart)).toEqual({ first, last });
  });

  it.each([
    ['2026-11-23', '2026-11-23', 'Today'],
    ['2026-11-20', '2026-11-20', 'Friday 20 November'],
    ['2025-11-20', '2025-11-20', 'Thursday 20 November 2025'],
    ['2026-11-22', '2026-11-28', 'This week'],
    ['2026-11-16', '2026-11-22', 'Mon 16 Nov – Sun 22 Nov'],
    ['2025-11-17', '2025-11-23', 'Mon 17 Nov – Sun 23 Nov 2025'],
  ])('from %s to %s are called "%s"', (first, last, name) => {
    expect(nameOfRange({ first, last }, TODAY)).toBe(name);
  });

  it.each([
    ['2026-11-23', '2026-11-23', 'Monday 23 November'],
    ['2026-11-22', '2026-11-28', 'Sun 22 Nov – Sat 28 Nov'],
    ['2025-12-29', '2026-11-29', 'Mon 29 Dec 2025 – Sun 29 Nov 2026'],
    ['2026-11-20', '2026-11-20', ''],
    ['2026-11-16', '2026-11-22', ''],
  ])('from %s to %s stand beside their name as "%s"', (first, last, days) => {
    expect(daysOfRange({ first, last }, TODAY)).toBe(days);
  });

  it.each(['2026-02-30', '2026-13-01', '20261101', '0026-01-01', 'today', ''])(
    'are not taken from "%s"',
    (text) => expect(toDay(text)).toBeUndefined(),
  );

  it('are taken from a day', () => expect(toDay('2028-02-29')).toBe('2028-02-29'));
});

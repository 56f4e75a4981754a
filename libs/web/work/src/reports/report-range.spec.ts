import fc from 'fast-check';
import { addDays } from '@tidemark/web/ui';
import {
  daysIn,
  nameOf,
  namedRange,
  type NamedRange,
  RANGES,
  stepped,
  titleOf,
} from './report-range';

const TODAY = '2026-11-23';

it.each<[NamedRange, string, string]>([
  ['this-week', '2026-11-23', '2026-11-29'],
  ['last-week', '2026-11-16', '2026-11-22'],
  ['this-month', '2026-11-01', '2026-11-30'],
  ['last-month', '2026-10-01', '2026-10-31'],
  ['this-quarter', '2026-10-01', '2026-12-31'],
  ['last-quarter', '2026-07-01', '2026-09-30'],
  ['this-year', '2026-01-01', '2026-12-31'],
  ['last-year', '2025-01-01', '2025-12-31'],
])('%s is %s to %s', (name, first, last) => {
  expect(namedRange(name, TODAY, 1)).toEqual({ first, last });
  expect(nameOf({ first, last }, TODAY, 1)).toBe(name);
});

it('begins weeks as the person does', () => {
  expect(namedRange('this-week', TODAY, 7)).toEqual({ first: '2026-11-22', last: '2026-11-28' });
  expect(namedRange('last-week', TODAY, 6)).toEqual({ first: '2026-11-14', last: '2026-11-20' });
});

it('goes back over the edge of a year', () => {
  expect(namedRange('last-month', '2026-01-31', 1)).toEqual({
    first: '2025-12-01',
    last: '2025-12-31',
  });
  expect(namedRange('last-quarter', '2026-02-01', 1)).toEqual({
    first: '2025-10-01',
    last: '2025-12-31',
  });
});

it.each([
  ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['2028-01-01', '2028-12-31', '2027-01-01', '2027-12-31'],
  ['2026-11-02', '2026-11-08', '2026-10-26', '2026-11-01'],
  ['2026-11-05', '2026-11-05', '2026-11-04', '2026-11-04'],
])('goes from %s – %s to %s – %s', (first, last, before, end) => {
  expect(stepped({ first, last }, -1)).toEqual({ first: before, last: end });
});

describe('the next range', () => {
  const day = fc.integer({ min: 0, max: 3_650 }).map((days) => addDays('2024-01-01', days));
  const named = fc
    .tuple(fc.constantFrom(...RANGES), day)
    .map(([name, today]) => namedRange(name, today, 1));
  const any = fc
    .tuple(day, fc.nat(365))
    .map(([first, days]) => ({ first, last: addDays(first, days) }));
  const areMonths = ({ first, last }: { first: string; last: string }) =>
    first.endsWith('-01') && addDays(last, 1).endsWith('-01');

  it('joins this one without a gap, both ways', () => {
    fc.assert(
      fc.property(fc.oneof(named, any), (range) => {
        const [next, before] = [stepped(range, 1), stepped(range, -1)];
        expect(next.first).toBe(addDays(range.last, 1));
        expect(addDays(before.last, 1)).toBe(range.first);
        expect(Math.min(daysIn(next), daysIn(before))).toBeGreaterThan(0);
      }),
    );
  });

  it('leads back to this one, unless it happens to be whole months and this one is not', () => {
    fc.assert(
      fc.property(fc.oneof(named, any), (range) => {
        const next = stepped(range, 1);
        fc.pre(areMonths(range) || !areMonths(next));
        expect(stepped(next, -1)).toEqual(range);
      }),
    );
  });

  it('goes by months from where it is whole months', () => {
    const january = { first: '2024-01-03', last: '2024-01-31' };
    expect(stepped(january, 1)).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(stepped(stepped(january, 1), -1)).toEqual({ first: '2024-01-01', last: '2024-01-31' });
  });
});

it.each([
  ['2026-11-01', '2026-11-30', 'November 2026'],
  ['2026-10-01', '2026-12-31', 'October – December 2026'],
  ['2025-12-01', '2026-02-28', 'December 2025 – February 2026'],
  ['2026-01-01', '2026-12-31', '2026'],
  ['2026-11-03', '2026-11-03', 'Tue 3 Nov 2026'],
  ['2026-11-16', '2026-11-22', 'Mon 16 Nov – Sun 22 Nov 2026'],
])('calls %s to %s %s', (first, last, title) => {
  // The engine sets the dash apart by thin spaces.
  expect(titleOf({ first, last }).replace(/\s/g, ' ')).toBe(title);
});

import fc from 'fast-check';
import { addDays } from '@tidemark/web/ui';
import { chartBars, chartInWords, unitFor } from './chart-bars';

const days = (first: string, seconds: number[], billable = seconds.map(() => 0)) =>
  seconds.map((value, at) => ({
    date: addDays(first, at),
    seconds: value,
    billable_seconds: billable[at] ?? 0,
  }));

it('has a bar for each day of a month, week of a quarter and month of a year', () => {
  expect([1, 31, 45, 46, 92, 190, 191, 366].map(unitFor)).toEqual([
    ...['day', 'day', 'day', 'week', 'week', 'week', 'month', 'month'],
  ]);
});

it('cuts weeks where they begin for the person, and at the edges of the range', () => {
  const bars = chartBars(days('2026-10-01', Array<number>(92).fill(3_600)), 7);
  expect(bars[0]).toMatchObject({ first: '2026-10-01', last: '2026-10-03', other: 3 * 3_600 });
  expect(bars[1]).toMatchObject({ first: '2026-10-04', last: '2026-10-10', label: '4 Oct' });
  expect(bars.at(-1)).toMatchObject({ first: '2026-12-27', last: '2026-12-31' });
});

it('loses no second of any range', () => {
  const day = fc
    .tuple(fc.nat(90_000), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([seconds, share]) => [seconds, Math.floor(seconds * share)] as const);
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 366 }),
      fc.constantFrom(1, 6, 7),
      (given, weekStart) => {
        const [seconds, billable] = [given.map(([all]) => all), given.map(([, some]) => some)];
        const bars = chartBars(days('2027-09-14', seconds, billable), weekStart as 1 | 6 | 7);
        const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
        expect(sum(bars.map((bar) => bar.billable))).toBe(sum(billable));
        expect(sum(bars.map((bar) => bar.billable + bar.other))).toBe(sum(seconds));
        expect(
          bars.every((bar, at) => at === 0 || bar.first === addDays(bars[at - 1]?.last ?? '', 1)),
        ).toBe(true);
      },
    ),
  );
});

it('says the chart in words', () => {
  const bars = chartBars(days('2026-11-23', [3_600, 9_000, 0], [0, 5_400, 0]), 1);
  expect(chartInWords(bars, 'day')).toBe(
    'Bar chart of hours by day, billable and not. ' +
      'Most: Tuesday 24 November 2026 with 2:30, of which 1:30 billable. Nothing on 1 of 3 days.',
  );
});

import fc from 'fast-check';
import { worthMore } from './worth';

const NOTHING = { seconds: 0, hourlyRate: null };

it.each([
  [1_800, '85.00', '42.50'],
  [3_600, '0.10', '0.10'],
  [1, '18.00', '0.01'],
  [1, '17.99', null],
  [2_592_000, '9999999999.99', '7199999999992.80'],
  [60, '0', null],
])('%d seconds at %s are worth %s', (seconds, hourlyRate, worth) => {
  expect(worthMore({ seconds, hourlyRate }, NOTHING)).toBe(worth);
  expect(worthMore(NOTHING, { seconds, hourlyRate })).toBe(worth && `-${worth}`);
});

it('tells the difference of two rates, not of two rounded amounts', () => {
  const third = { seconds: 1_200, hourlyRate: '100.00' };
  expect(worthMore({ seconds: 2_400, hourlyRate: '100.00' }, third)).toBe('33.33');
  expect(worthMore({ seconds: 1_200, hourlyRate: '50.00' }, third)).toBe('-16.67');
  expect(worthMore(third, { ...third })).toBeNull();
});

it('is off by half a cent at most, whatever the times and rates', () => {
  const priced = fc
    .record({ seconds: fc.nat(2_678_400), cents: fc.nat(1_000_000) })
    .map(({ seconds, cents }) => ({ seconds, cents, hourlyRate: (cents / 100).toFixed(2) }));
  fc.assert(
    fc.property(priced, priced, (now, before) => {
      const exact = now.seconds * now.cents - before.seconds * before.cents;
      const told = Math.round(Number(worthMore(now, before) ?? '0') * 100) * 3_600;
      return Math.abs(told - exact) <= 1_800;
    }),
  );
});

import fc from 'fast-check';
import { formatDuration, secondsBetween, toHours } from './duration';

it('writes durations as h:mm:ss, beyond a day too', () => {
  expect([0, 59, 61, 3_599, 3_600, 5_400, 93_784].map(formatDuration)).toEqual([
    '0:00:00',
    '0:00:59',
    '0:01:01',
    '0:59:59',
    '1:00:00',
    '1:30:00',
    '26:03:04',
  ]);
});

it('keeps every second of a duration', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), (seconds) => {
      const [hours = 0, minutes = 0, rest = 0] = formatDuration(seconds).split(':').map(Number);
      return hours * 3_600 + minutes * 60 + rest === seconds && minutes < 60 && rest < 60;
    }),
  );
});

it('rounds hours to two places', () => {
  expect([0, 17, 18, 900, 5_400, 3_601].map(toHours)).toEqual([0, 0, 0.01, 0.25, 1.5, 1]);
});

it('counts whole seconds, and none when the clock went back', () => {
  const at = (ms: number) => new Date(Date.UTC(2026, 0, 15) + ms);
  expect(secondsBetween(at(0), at(1_999))).toBe(1);
  expect(secondsBetween(at(5_000), at(0))).toBe(0);
});

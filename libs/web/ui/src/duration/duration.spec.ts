import fc from 'fast-check';
import { formatClock, formatHours, parseDuration } from './duration';

describe('a duration', () => {
  it.each([
    [0, '0:00:00', '0:00'],
    [59, '0:00:59', '0:00'],
    [5047, '1:24:07', '1:24'],
    [360_000, '100:00:00', '100:00'],
    [-5, '0:00:00', '0:00'],
    [61.9, '0:01:01', '0:01'],
  ])('of %d s reads %s and %s', (seconds, clock, hours) => {
    expect([formatClock(seconds), formatHours(seconds)]).toEqual([clock, hours]);
  });

  it.each([
    ['1:30', 5400],
    ['1:30:15', 5415],
    ['0:05', 300],
    ['1.5h', 5400],
    ['1,5 h', 5400],
    ['90m', 5400],
    ['90 min', 5400],
    ['1h 30m', 5400],
    ['1h30m', 5400],
    ['2 hours', 7200],
    ['1.5', 5400],
    ['2', 7200],
    ['24', 86_400],
    ['45', 2700],
  ])('typed as %j is %d s', (typed, seconds) => {
    expect(parseDuration(typed)).toBe(seconds);
  });

  it.each(['', ' ', '1:60', '1:3:5', 'h', 'abc', '-1', '1:', '1h 1h', '1e3', '1..5', '٣'])(
    'is not read from %j',
    (typed) => {
      expect(parseDuration(typed)).toBeUndefined();
    },
  );

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_599_999 }), (seconds) => {
        expect(parseDuration(formatClock(seconds))).toBe(seconds);
        expect(parseDuration(formatHours(seconds))).toBe(seconds - (seconds % 60));
      }),
    );
  });
});

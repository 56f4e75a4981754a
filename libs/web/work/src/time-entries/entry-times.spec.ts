import { endOf, secondsOf, startOf, timesOf, withClock, withDuration } from './entry-times';
import { parseRange, parseTime } from './parse-times';

const BERLIN = 'Europe/Berlin';
const at = (day: string, from: string, to: string) =>
  withClock({ day, from, to, daysLater: 0 }, from, to);

describe('when an entry was', () => {
  it('ends on the next day when its end is before its start on the clock', () => {
    const night = at('2026-11-23', '22:30', '01:15');

    expect(endOf(night, BERLIN)).toBe('2026-11-24T00:15:00.000Z');
    expect(secondsOf(night, BERLIN)).toBe(2.75 * 3600);
  });

  it('has no length, and not a day, when it ends when it starts', () => {
    expect(secondsOf(at('2026-11-23', '09:00', '09:00'), BERLIN)).toBe(0);
  });

  it.each([
    ['loses the hour that the clocks skip', '2026-03-29', '01:00', '04:00', 2],
    ['gains the hour that the clocks repeat', '2026-10-25', '01:00', '04:00', 4],
    ['loses it in a night shift, too', '2026-03-28', '22:00', '06:00', 7],
  ])('%s', (_what, day, from, to, hours) => {
    expect(secondsOf(at(day, from, to), BERLIN)).toBe(hours * 3600);
  });

  it('puts the end where the duration ends, over midnight and over a change of the clocks', () => {
    const times = withDuration(at('2026-10-24', '23:00', '23:30'), 8 * 3600, BERLIN);

    expect(times).toEqual({ day: '2026-10-24', from: '23:00', to: '06:00', daysLater: 1 });
    expect(secondsOf(times, BERLIN)).toBe(8 * 3600);
  });

  it('keeps the seconds of what was not changed', () => {
    const saved = { started_at: '2026-11-23T08:02:17.250Z', ended_at: '2026-11-23T09:30:41.000Z' };
    const times = timesOf(saved.started_at, saved.ended_at, BERLIN);
    const later = withClock(times, times.from, '11:00');

    expect(startOf(later, BERLIN, saved)).toBe(saved.started_at);
    expect(endOf(later, BERLIN, saved)).toBe('2026-11-23T10:00:00.000Z');
  });

  it('keeps the days of an entry that ran on over several', () => {
    const times = timesOf('2026-11-20T16:00:00Z', '2026-11-23T08:00:00Z', BERLIN);

    expect(times.daysLater).toBe(3);
    expect(withClock(times, '18:00', times.to).daysLater).toBe(3);
  });
});

describe('typing a time', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['1745', '17:45'],
    ['9.30', '09:30'],
    ['9h30', '09:30'],
    [' 9:30 PM ', '21:30'],
    ['12am', '00:00'],
    ['12 p.m.', '12:00'],
    ['00:00', '00:00'],
  ])('reads %s as %s', (text, time) => expect(parseTime(text)).toBe(time));

  it.each(['', '24:00', '9:75', 'noon', '13pm', '0am', '9:3', '99999'])(
    'does not guess at "%s"',
    (text) => expect(parseTime(text)).toBeUndefined(),
  );

  it.each(['9:00–10:30', '9-10:30', '9 to 10.30', '09:00 — 10:30'])('reads the range %s', (text) =>
    expect(parseRange(text)).toEqual({ from: '09:00', to: '10:30' }),
  );

  it.each(['9:00', '9-10-11', '9–late'])('sees no range in %s', (text) =>
    expect(parseRange(text)).toBeUndefined(),
  );
});

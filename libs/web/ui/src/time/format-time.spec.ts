import { formatDay, formatExact, formatMonth, formatRelative } from './format-time';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const ago = (at: string, underDay = false, zone = 'Europe/Berlin') =>
  formatRelative(at, NOW, zone, underDay);

describe('how long ago', () => {
  it.each([
    ['2026-11-23T14:59:31Z', 'now'],
    ['2026-11-23T15:00:20Z', 'now'],
    ['2026-11-23T14:59:00Z', '1m'],
    ['2026-11-23T14:00:01Z', '59m'],
    ['2026-11-23T14:00:00Z', '1h'],
    ['2026-11-22T23:05:00Z', '15h'],
    ['2026-11-22T22:05:00Z', 'Yesterday 23:05'],
    ['2026-11-20T09:02:00Z', 'Fri 20 Nov 10:02'],
    ['2025-11-20T09:02:00Z', 'Thu 20 Nov 2025 10:02'],
    ['2026-11-23T16:30:00Z', '17:30'],
    ['2026-11-24T16:30:00Z', 'Tomorrow 17:30'],
  ])('%s reads %s', (at, expected) => {
    expect(ago(at)).toBe(expected);
  });

  it('is the time alone under a heading that names the day', () => {
    expect(ago('2026-11-22T17:02:00Z', true)).toBe('18:02');
    expect(ago('2026-11-23T14:55:00Z', true)).toBe('5m');
  });

  it('changes day at midnight of the viewer, not of UTC', () => {
    expect(ago('2026-11-22T22:59:00Z')).toBe('Yesterday 23:59');
    expect(ago('2026-11-22T23:01:00Z')).toBe('15h');
    expect(ago('2026-11-23T13:00:00Z', false, 'Pacific/Kiritimati')).toBe('2h');
  });
});

describe('a day', () => {
  it('is named by its distance from today', () => {
    expect(formatDay('2026-11-23', '2026-11-23')).toBe('Today');
    expect(formatDay('2026-11-22', '2026-11-23')).toBe('Yesterday');
    expect(formatDay('2026-11-20', '2026-11-23')).toBe('Fri 20 Nov');
    expect(formatDay('2025-12-31', '2026-01-01')).toBe('Yesterday');
    expect(formatDay('2025-12-30', '2026-01-01')).toBe('Tue 30 Dec 2025');
  });
});

describe('the exact time', () => {
  it('leaves no doubt about zone and offset', () => {
    expect(formatExact('2026-11-22T17:02:11Z', 'Europe/Berlin')).toBe(
      'Sun 22 Nov 2026, 18:02:11 (Europe/Berlin, UTC+01:00)',
    );
  });
});

it('names a month', () => {
  expect(formatMonth('2026-01')).toBe('January 2026');
  expect(formatMonth('2099-12')).toBe('December 2099');
});

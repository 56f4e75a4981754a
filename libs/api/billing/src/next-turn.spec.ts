import { msUntilNextTurn } from './next-turn';

it.each([
  ['an hour, in the middle of a day', 'Europe/Berlin', '2026-01-15T12:00:00Z', 3_600_000],
  ['until midnight, close to it', 'Pacific/Auckland', '2026-01-15T10:59:59.500Z', 500],
  ['an hour, right after it', 'Pacific/Auckland', '2026-01-15T11:00:00Z', 3_600_000],
  [
    'until the first moment of a day without midnight',
    'Africa/Cairo',
    '2026-04-23T21:50:00Z',
    600_000,
  ],
  ['as long where midnight comes twice', 'America/Havana', '2026-11-01T03:59:00Z', 60_000],
])('rests %s', (_what, zone, now, ms) => {
  expect(msUntilNextTurn(zone, new Date(now))).toBe(ms);
});

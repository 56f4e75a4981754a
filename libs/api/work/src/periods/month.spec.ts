import { monthId, monthName, monthOfId, monthsDown, parseMonth, spanOf } from './month';

it('knows a month by its name and its number', () => {
  expect(parseMonth('2026-01')).toBe('2026-01');
  expect(monthName('2026-01')).toBe('January 2026');
  expect([monthId('2026-01'), monthOfId(202601), monthOfId(209912)]).toEqual([
    202_601,
    '2026-01',
    '2099-12',
  ]);
});

it.each(['2026-13', '2026-00', '2026-1', '1999-12', '2100-01', '2026-01-01', ' 2026-01', 202_601])(
  'takes %j for no month',
  (text) => {
    expect(parseMonth(text)).toBeNull();
  },
);

it('lists months over the end of a year, the newest first', () => {
  expect(monthsDown('2025-11', '2026-02')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  expect(monthsDown('2026-02', '2026-01')).toEqual([]);
});

it.each([
  ['UTC', '2026-02', '2026-02-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
  // An hour is missing in March.
  ['Europe/Berlin', '2026-03', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
  // The first midnight of November comes twice there: the month begins with the first.
  ['America/Havana', '2026-11', '2026-11-01T04:00:00.000Z', '2026-12-01T05:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-01', '2025-12-31T10:00:00.000Z', '2026-01-31T10:00:00.000Z'],
])('knows when a month is in %s: %s', (zone, month, begins, ends) => {
  const { beginsAt, endsAt } = spanOf(month, zone);
  expect([beginsAt.toISOString(), endsAt.toISOString()]).toEqual([begins, ends]);
});

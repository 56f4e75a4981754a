import { timeRange } from './time-range';

const ZONE = 'America/New_York';

it('takes days as whole days of the zone, the last one included', () => {
  expect(timeRange({ start_date: '2026-03-08', end_date: '2026-03-08' }, ZONE)).toEqual({
    from: new Date('2026-03-08T05:00:00Z'),
    to: new Date('2026-03-09T04:00:00Z'),
  });
});

it('takes instants as they are, and either end may be open', () => {
  expect(timeRange({ start_date: '2026-03-08T12:00:00+02:00' }, ZONE)).toEqual({
    from: new Date('2026-03-08T10:00:00Z'),
    to: undefined,
  });
});

it('refuses a range that ends before it begins', () => {
  expect(() => timeRange({ start_date: '2026-03-08', end_date: '2026-03-07' }, ZONE)).toThrow(
    'end_date must not lie before start_date',
  );
});

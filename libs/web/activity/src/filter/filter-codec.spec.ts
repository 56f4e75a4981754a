import { ACTIONS, ENTITY_TYPES } from '@tidemark/contracts';
import fc from 'fast-check';
import { readFilter, writeFilter } from './filter-codec';
import { countFilters, type PageFilter, type Range, RANGES, resolve, trimmed } from './page-filter';

const anId = fc.option(fc.integer({ min: 1, max: 2_147_483_647 }), { nil: undefined });
const aDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someOf = <T>(all: readonly T[]) => fc.subarray([...all]);
const period: fc.Arbitrary<PageFilter> = fc.oneof(
  fc.record({ range: fc.constantFrom(...(Object.keys(RANGES) as Range[])) }),
  fc.record({ start_date: aDay, end_date: aDay }, { requiredKeys: [] }),
);
const aFilter: fc.Arbitrary<PageFilter> = fc
  .tuple(
    fc.record({
      ...{ user_id: anId, project_id: anId, entity_id: anId },
      batch_id: fc.option(fc.uuid(), { nil: undefined }),
      entity_type: someOf(ENTITY_TYPES),
      action: someOf(ACTIONS),
      q: fc.string({ maxLength: 50 }).map((text) => text.trim()),
    }),
    period,
  )
  .map(([filter, dates]) => trimmed({ ...filter, ...dates }));

describe('the filter in the address', () => {
  it('reads what it wrote, for every filter there is', () => {
    fc.assert(
      fc.property(aFilter, (filter) => {
        const address = new URLSearchParams(writeFilter(filter)).toString();

        expect(readFilter(Object.fromEntries(new URLSearchParams(address)))).toEqual(filter);
      }),
    );
  });

  it('says nothing about what is not filtered by', () => {
    expect(writeFilter({ entity_type: [], q: '', user_id: undefined })).toEqual({});
  });

  it.each([
    { user_id: '0' },
    { user_id: '99999999999' },
    { entity_type: 'all' },
    { action: 'exploded' },
    { start_date: '2026-02-30' },
    { end_date: 'yesterday' },
    { range: 'toString' },
    { batch_id: '7' },
    { q: '   ' },
    { unknown: 'x' },
  ])('opens without what nobody could have meant: %j', (params) => {
    expect(readFilter(params)).toEqual({});
  });

  it('keeps an instant, as in the link to one activity', () => {
    const start_date = '2026-11-23T09:00:00.123Z';

    expect(readFilter({ start_date })).toEqual({ start_date });
  });
});

describe('resolve', () => {
  it('counts today among the last seven days', () => {
    expect(resolve({ range: '7d', q: 'x' }, '2026-11-23')).toEqual({
      start_date: '2026-11-17',
      q: 'x',
    });
    expect(resolve({ range: 'today' }, '2026-11-23')).toEqual({ start_date: '2026-11-23' });
  });
});

describe('countFilters', () => {
  it('counts a period once', () => {
    expect(countFilters({ start_date: '2026-01-01', end_date: '2026-01-31', action: [] })).toBe(1);
    expect(countFilters({ range: '7d', q: 'x', user_id: 1 })).toBe(3);
  });
});

import type { ActivityView } from '@tidemark/contracts';
import { anActivity } from '../testing/an-activity';
import { feedDays, type RowGroup, rowGroups } from './row-groups';

const at = (time: string) => `2026-11-23T${time}:00.000Z`;
/** Rows from the newest down, with ids from 1. */
const rows = (...given: Partial<ActivityView>[]) =>
  given.map((row, index) => anActivity({ id: index + 1, ...row }));
const sizes = (groups: readonly RowGroup[]) => groups.map(({ length }) => length);

describe('rowGroups', () => {
  it('collapses a burst of one person, one action and one type', () => {
    expect(sizes(rowGroups(rows({}, {}, {})))).toEqual([3]);
  });

  it('leaves two rows as they are: they say more than a sentence about them', () => {
    expect(sizes(rowGroups(rows({}, {})))).toEqual([1, 1]);
  });

  it.each([
    ['person', { user_id: 2 }],
    ['action', { action: 'completed' as const }],
    ['type', { entity_type: 'project' as const }],
  ])('does not go on over another %s', (_, other) => {
    expect(sizes(rowGroups(rows({}, {}, {}, other, {}, {}, {})))).toEqual([3, 1, 3]);
  });

  it('goes on while each row is within ten minutes of the next', () => {
    const times = ['09:30', '09:21', '09:11', '09:00'].map((time) => ({ created_at: at(time) }));

    expect(sizes(rowGroups(rows(...times)))).toEqual([3, 1]);
  });

  it('holds one bulk change together, however small, long and mixed it is', () => {
    const one = { batch_id: 'b1', created_at: at('10:00') };
    const other = { batch_id: 'b1', created_at: at('09:00'), action: 'completed' as const };

    expect(sizes(rowGroups(rows(one, other, {}, {}, {})))).toEqual([2, 3]);
  });

  it('holds it together where others did something in between, at its newest row', () => {
    const batch = { batch_id: 'b1' };
    const groups = rowGroups(rows({}, batch, { user_id: 2 }, batch, {}, batch));

    expect(groups.map((one) => one.map(({ id }) => id))).toEqual([[1], [2, 4, 6], [3], [5]]);
  });

  it('leaves apart what one request wrote about a single thing', () => {
    const made = { batch_id: 'b1', entity_id: 7, entity_type: 'project' as const };
    expect(sizes(rowGroups(rows(made, { ...made, action: 'created' })))).toEqual([1, 1]);
    const both = { batch_id: 'b2', entity_id: 5, extra_data: { batch_size: 1 } };
    expect(sizes(rowGroups(rows(both, { ...both, action: 'assigned' })))).toEqual([1, 1]);
  });

  it('knows a change of many by what it says of its size, when only the first thing is loaded', () => {
    const first = { batch_id: 'b1', entity_id: 5, extra_data: { batch_size: 12 } };
    expect(sizes(rowGroups(rows(first, { ...first, action: 'assigned' })))).toEqual([2]);
  });

  it('makes no burst of one bulk change and the next', () => {
    const groups = rowGroups(
      rows({ batch_id: 'b1' }, { batch_id: 'b1' }, { batch_id: 'b2' }, { batch_id: 'b2' }, {}),
    );
    expect(sizes(groups)).toEqual([2, 2, 1]);
  });

  it('never regroups what is there when rows are added on top or below', () => {
    const there = rows({}, {}, {}, { user_id: 2 }, {}, {}, {});
    const firstBelow = rowGroups(there).slice(1);

    const withNewer = rowGroups([anActivity({ id: 99, user_id: 3 }), ...there]);
    expect(withNewer.slice(2)).toEqual(firstBelow);
  });
});

describe('feedDays', () => {
  it("divides at midnight in the viewer's zone, also within a burst", () => {
    const burst = rows(
      { created_at: '2026-11-22T23:04:00.000Z' },
      { created_at: '2026-11-22T23:02:00.000Z' },
      { created_at: '2026-11-22T22:59:00.000Z' },
    );

    expect(feedDays(burst, 'Europe/Berlin', false)).toMatchObject([
      { day: '2026-11-23', count: 2 },
      { day: '2026-11-22', count: 1 },
    ]);
    expect(feedDays(burst, 'UTC', false)).toMatchObject([{ day: '2026-11-22', count: 3 }]);
  });

  it('keeps a bulk change over midnight in the day of its newest row', () => {
    const days = feedDays(
      rows(
        { batch_id: 'b1', created_at: '2026-11-23T00:00:01.000Z' },
        { batch_id: 'b1', created_at: '2026-11-22T23:59:59.000Z' },
        { created_at: '2026-11-22T12:00:00.000Z' },
      ),
      'UTC',
      false,
    );

    expect(days).toMatchObject([
      { day: '2026-11-23', count: 2 },
      { day: '2026-11-22', count: 1 },
    ]);
  });

  it('knows which count may still grow', () => {
    const days = feedDays(
      rows({ created_at: at('09:00') }, { created_at: '2026-11-20T09:00:00.000Z' }),
      'UTC',
      true,
    );

    expect(days.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });
});

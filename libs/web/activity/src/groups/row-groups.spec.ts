import type { ActivityView } from '@tidemark/contracts';
import { anActivity } from '../testing/an-activity';
import { feedDays, groupWords, projectOf, type RowGroup, rowGroups } from './row-groups';

const at = (time: string) => `2026-11-23T${time}:00.000Z`;
/** Rows from the newest down, with ids from 1. */
const rows = (...given: Partial<ActivityView>[]) =>
  given.map((row, index) => anActivity({ id: index + 1, ...row }));
const sizes = (groups: readonly RowGroup[]) => groups.map(({ length }) => length);
const group = (...given: Partial<ActivityView>[]) => rows(...given) as unknown as RowGroup;

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

  it('holds one bulk change together, however small and however long it took', () => {
    const one = { batch_id: 'b1', created_at: at('10:00') };
    const other = { batch_id: 'b1', created_at: at('09:00') };

    expect(sizes(rowGroups(rows(one, other, {}, {}, {})))).toEqual([2, 3]);
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

  it('knows which count may still grow', () => {
    const days = feedDays(
      rows({ created_at: at('09:00') }, { created_at: '2026-11-20T09:00:00.000Z' }),
      'UTC',
      true,
    );

    expect(days.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });
});

describe('groupWords', () => {
  it.each([
    ['updated 6 tasks', group({}, {}, {}, {}, {}, {})],
    ['started 3 timers', group(...Array(3).fill({ entity_type: 'time_entry', action: 'started' }))],
    ['signed in 3 times', group(...Array(3).fill({ entity_type: 'user', action: 'signed_in' }))],
    [
      'updated a comment on Logo 3 times',
      group(...Array(3).fill({ entity_type: 'comment', entity_id: 5, entity_name: 'Logo' })),
    ],
    ['updated Logo 3 times', group(...Array(3).fill({ entity_id: 5, entity_name: 'Logo' }))],
  ])('says "%s"', (sentence, rows) => {
    const { verb, what } = groupWords(rows);

    expect(`${verb} ${what}`).toBe(sentence);
  });
});

describe('projectOf', () => {
  it('is the one project of all rows, and none where they differ', () => {
    expect(projectOf(group({}, {}))).toBe(7);
    expect(projectOf(group({}, { project_id: 8 }))).toBeNull();
  });
});

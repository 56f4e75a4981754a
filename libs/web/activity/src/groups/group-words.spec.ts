import type { ActivityView } from '@tidemark/contracts';
import { anActivity } from '../testing/an-activity';
import { countsOf, deedOf, groupWords, projectOf, reasonOf } from './group-words';
import type { RowGroup } from './row-groups';

const group = (...given: Partial<ActivityView>[]) =>
  given.map((row, index) => anActivity({ id: index + 1, ...row })) as unknown as RowGroup;
/** One change of many things. */
const batch = (...given: Partial<ActivityView>[]) =>
  group(...given.map((row) => ({ batch_id: 'b1', ...row })));

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
    ['updated 3 tasks', batch({}, {}, {})],
    ['updated 500 tasks', batch(...Array(3).fill({ extra_data: { batch_size: 500 } }))],
    [
      'archived 2 projects',
      batch(...Array(2).fill({ entity_type: 'project', action: 'archived' })),
    ],
    ['changed 2 tasks', batch({ action: 'completed' }, { action: 'assigned' })],
    [
      'imported 120 time entries',
      batch(
        ...Array(2).fill({
          entity_type: 'time_entry',
          action: 'created',
          extra_data: { source: 'import', batch_size: 120 },
        }),
      ),
    ],
    [
      'deleted 1 project, 2 tasks and 1 comment',
      batch(
        { entity_type: 'project', action: 'deleted' },
        { action: 'deleted' },
        { action: 'deleted' },
        { entity_type: 'comment', action: 'deleted' },
      ),
    ],
  ])('says "%s"', (sentence, rows) => {
    const { verb, what } = groupWords(rows);

    expect(`${verb} ${what}`).toBe(sentence);
  });
});

describe('countsOf', () => {
  it('counts things, not what was said of them', () => {
    const both = [{ entity_id: 1, action: 'completed' as const }, { entity_id: 1 }];
    expect(countsOf(batch(...both, { entity_id: 2 }))).toEqual({ all: 2, loaded: 2 });
  });

  it('knows how many of a large change are not loaded', () => {
    const extra_data = { batch_size: 500 };
    expect(countsOf(batch({ extra_data }, { extra_data }))).toEqual({ all: 500, loaded: 2 });
    expect(countsOf(group({}, {}, {}))).toEqual({ all: 3, loaded: 3 });
  });
});

describe('deedOf', () => {
  it('is what was done to all of them, and a change where that differs', () => {
    expect(deedOf(batch({ action: 'completed' }, { action: 'completed' }))).toBe('completed');
    expect(deedOf(batch({ action: 'completed' }, { action: 'assigned' }))).toBe('updated');
  });
});

describe('reasonOf', () => {
  it('is the one that all of them give', () => {
    const because = (reason: string | null) => ({ extra_data: { reason } });
    expect(reasonOf(batch(because('Tidy'), because('Tidy')))).toBe('Tidy');
    expect(reasonOf(batch(because('Tidy'), because('Late')))).toBeNull();
    expect(reasonOf(batch(because('Tidy'), {}))).toBeNull();
    expect(reasonOf(batch(because(null), because(null)))).toBeNull();
  });
});

describe('projectOf', () => {
  it('is the one project of all rows, and none where they differ', () => {
    expect(projectOf(group({}, {}))).toBe(7);
    expect(projectOf(group({}, { project_id: 8 }))).toBeNull();
  });
});

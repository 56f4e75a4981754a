import type { TimeEntryView } from '@tidemark/contracts';
import { groupByDay } from './day-groups';

const entry = (id: number, started_at: string, ended_at: string | null) =>
  ({ id, started_at, ended_at }) as TimeEntryView;
const NOW = Date.parse('2026-11-24T10:00:00Z');

describe('entries by day', () => {
  it('counts each part of an entry over midnight on its own day, in the zone of the person', () => {
    const groups = groupByDay(
      [
        entry(2, '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z'),
        entry(1, '2026-11-23T22:00:00Z', '2026-11-24T00:30:00Z'),
      ],
      'Europe/Berlin',
      NOW,
    );

    expect(groups.map(({ day, entries, seconds }) => [day, entries.length, seconds])).toEqual([
      ['2026-11-24', 1, 3600 + 1.5 * 3600],
      ['2026-11-23', 1, 3600],
    ]);
  });

  it('counts a running entry up to now', () => {
    const [today] = groupByDay([entry(1, '2026-11-24T09:15:00Z', null)], 'UTC', NOW);

    expect(today?.seconds).toBe(45 * 60);
  });
});

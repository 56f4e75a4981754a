import type { ActivityView } from '@tidemark/contracts';
import { anActivity } from '../testing/an-activity';
import { changeChips, type Chip } from './change-chips';

const chipsOf = (given: Partial<ActivityView>, zone = 'Europe/Berlin') =>
  changeChips(anActivity({ id: 1, ...given }), zone);
const words = ({ label, from, to }: Chip) =>
  [label && `${label}:`, from && `${from} →`, to].filter(Boolean).join(' ');
const said = (given: Partial<ActivityView>, zone?: string) => chipsOf(given, zone).chips.map(words);

describe('changeChips', () => {
  it('says old and new status in words', () => {
    const moved = {
      action: 'status_changed',
      extra_data: { old_status: 'in_progress', new_status: 'done' },
    } as const;

    expect(said(moved)).toEqual(['In progress → Done']);
    expect(chipsOf(moved).chips[0]?.kind).toBe('good');
  });

  it('takes the status from the changes where the extra data has none', () => {
    const changes = [{ field: 'status', from: 'todo', to: 'done' }];

    expect(said({ action: 'completed', changes })).toEqual(['To do → Done']);
  });

  it('says the duration of a stopped timer', () => {
    const description = 'Stopped timer for Apollo - Duration: 1:15:20';

    expect(said({ action: 'stopped', description })).toEqual(['1:15:20']);
  });

  it("says times in the viewer's zone, once the day when it is the same", () => {
    const changes = [
      { field: 'ended_at', from: '2026-11-20T09:00:00.000Z', to: '2026-11-20T10:30:00.000Z' },
    ];

    expect(said({ changes })).toEqual(['End: 10:00 → 11:30']);
    expect(said({ changes }, 'America/New_York')).toEqual(['End: 04:00 → 05:30']);
  });

  it('names the days when a time moves to another one', () => {
    const changes = [
      { field: 'started_at', from: '2026-11-20T22:30:00.000Z', to: '2026-11-20T23:30:00.000Z' },
    ];

    expect(said({ changes })).toEqual(['Start: 20 Nov 2026 23:30 → 21 Nov 2026 00:30']);
  });

  it('says by how much an entry grew or shrank', () => {
    expect(said({ extra_data: { delta_hours: 1.5 } })).toEqual(['+1:30']);
    expect(said({ extra_data: { delta_hours: -0.25 } })).toEqual(['−0:15']);
  });

  it('leaves to the sentence what became of a setting', () => {
    const changes = [{ field: 'time_zone', from: 'UTC', to: 'Europe/Berlin' }];

    expect(said({ entity_type: 'setting', changes })).toEqual([]);
  });

  it('says that long texts were edited, and counts what does not fit', () => {
    const changes = [
      { field: 'description', from: '', to: 'A long explanation of what has to be done here' },
      { field: 'due_date', from: null, to: '2026-11-30' },
      { field: 'priority', from: 'low', to: 'urgent' },
    ];

    expect(said({ changes })).toEqual(['Description: edited', 'Due: none → 30 Nov 2026']);
    expect(chipsOf({ changes }).more).toBe(1);
  });

  it('says nothing more of an edited comment than that it was edited', () => {
    const changes = [{ field: 'edited_at', from: null, to: '2026-11-23T09:00:00.000Z' }];

    expect(said({ entity_type: 'comment', action: 'updated', changes })).toEqual([]);
  });

  it('says the role of somebody who joins, and both when it changes', () => {
    const extra_data = { member_id: 2, member_name: 'Ben Kaya', role: 'lead' };
    const changes = [{ field: 'role', from: 'member', to: 'lead' }];

    expect(said({ extra_data })).toEqual(['Lead']);
    expect(said({ extra_data, changes })).toEqual(['Role: Member → Lead']);
  });

  it('counts failed sign-ins', () => {
    expect(said({ action: 'sign_in_failed', extra_data: { count: 3 } })).toEqual(['3 tries']);
  });
});

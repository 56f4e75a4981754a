import type { ActivityView, TimeEntryPage, TimeEntryView } from '@tidemark/contracts';
import { BillingTeam } from '../billing/billing-team';
import type { Answer } from '../support';

/** The hour of "Website" costs 85.00. */
let team: BillingTeam;

beforeAll(async () => (team = await BillingTeam.start()));
afterAll(() => team.stop());
afterEach(async () => {
  team.work.api.clock.set(null);
  await settings({ time_zone: 'UTC', late_edit_days: 30 });
});

const settings = (body: object) => team.admin().patch('/settings', body);
const today = (instant: string) => team.work.api.clock.set(new Date(instant));
const entry = (id: number) => `/time-entries/${id}`;
const change = (id: number, body: object) =>
  team.work.as('member').patch<TimeEntryView>(entry(id), body);
const remove = (id: number, body?: object) => team.work.as('member').delete(entry(id), body);
const seen = async (id: number) =>
  (await team.work.as('member').get<TimeEntryView>(entry(id))).body;
const enter = async (started_at: string, ended_at: string) => {
  const body = { project_id: team.work.website.id, started_at, ended_at };
  return (await team.work.as('member').post<TimeEntryView>('/time-entries', body)).body.id;
};
const asked = (answer: Answer<unknown>) => {
  const { errors, detail } = answer.body as { errors?: { code: string }[]; detail?: string };
  return [answer.status, errors?.[0]?.code, detail];
};
const ASKED = (days: number) => [
  400,
  'reason-required',
  `This day is ${days} days past: say why it changes`,
];

describe('a day that is long past', () => {
  it('changes and goes with a reason only, which the activity shows', async () => {
    const { id } = await team.tracked(5, 90);
    today('2026-03-06T12:00:00Z');
    const rows = await team.recorded(async () => {
      for (const reason of [{}, { reason: '' }, { reason: ' \n ' }]) {
        expect(asked(await change(id, { note: 'Later', ...reason }))).toEqual(ASKED(60));
        expect(asked(await remove(id, reason))).toEqual(ASKED(60));
      }
      expect((await change(id, { note: 'Later', reason: ' Found the receipt ' })).status).toBe(200);
      expect((await remove(id, { reason: 'Was a holiday' })).status).toBe(204);
    });
    expect(rows).toEqual([
      expect.objectContaining({
        action: 'updated',
        description: 'Updated time entry for Website',
        extra_data: expect.objectContaining({ reason: 'Found the receipt', delta_hours: 0 }),
        changes: [{ field: 'note', from: '', to: 'Later' }],
      }),
      expect.objectContaining({
        action: 'deleted',
        description: 'Deleted time entry for Website - 1:30:00: Was a holiday',
        extra_data: expect.objectContaining({ reason: 'Was a holiday', delta_hours: -1.5 }),
      }),
    ]);
  });

  it('is long past for everybody', async () => {
    const { id } = await team.tracked(5, 60);
    today('2026-03-06T12:00:00Z');
    for (const person of ['lead', 'admin'] as const) {
      const answer = await team.work.as(person).patch(entry(id), { note: person });
      expect(asked(answer)).toEqual(ASKED(60));
    }
  });

  it('needs no reason for what changes nothing', async () => {
    const { id, note, started_at, ended_at } = await team.tracked(5, 60);
    today('2026-03-06T12:00:00Z');
    const rows = await team.recorded(async () => {
      for (const same of [{}, { note, started_at, ended_at }, { reason: 'Just so' }]) {
        expect((await change(id, same)).status).toBe(200);
      }
    });
    expect(rows).toEqual([]);
  });

  it('says that it needs a reason, and how long it is past, to those who can change it', async () => {
    const { id } = await team.tracked(5, 60);
    today('2026-02-04T23:00:00Z');
    expect(await seen(id)).not.toHaveProperty('needs_reason');
    today('2026-02-05T00:00:00Z');
    expect(await seen(id)).toMatchObject({ can_edit: true, needs_reason: true, days_past: 31 });
    const list = await team.work.as('member').get<TimeEntryPage>('/time-entries?limit=100');
    expect(list.body.time_entries.find((one) => one.id === id)).toMatchObject({ days_past: 31 });
    const auditor = await team.work.as('auditor').get<TimeEntryView>(entry(id));
    expect(auditor.body).not.toHaveProperty('needs_reason');
  });

  it('is asked about before anything else of the entry is stored', async () => {
    const { id } = await team.tracked(5, 60);
    today('2026-03-06T12:00:00Z');
    await change(id, { note: 'Later', billable: false });
    expect(await seen(id)).toMatchObject({ note: '', billable: true });
  });
});

describe('how long is long', () => {
  it.each([
    ['UTC', '2026-01-15T23:59:00Z', '2026-02-14T23:59:59Z', '2026-02-15T00:00:00Z'],
    ['Europe/Berlin', '2026-01-15T23:30:00Z', '2026-02-15T22:59:59Z', '2026-02-15T23:00:00Z'],
    // Clocks go forward between them, and back: the days are counted, not the hours.
    ['Europe/Berlin', '2026-03-01T08:00:00Z', '2026-03-31T21:59:59Z', '2026-03-31T22:00:00Z'],
    ['America/New_York', '2026-10-10T12:00:00Z', '2026-11-10T04:59:59Z', '2026-11-10T05:00:00Z'],
    ['Pacific/Kiritimati', '2026-01-15T09:59:00Z', '2026-02-14T09:59:59Z', '2026-02-14T10:00:00Z'],
    // The first midnight of the day comes twice.
    ['America/Havana', '2026-10-02T12:00:00Z', '2026-11-02T04:59:59Z', '2026-11-02T05:00:00Z'],
  ])('is thirty days in %s for %s: until %s, not from %s', async (zone, started, last, first) => {
    await settings({ time_zone: zone });
    today(started);
    const id = await enter(started, new Date(Date.parse(started) + 60_000).toISOString());
    today(last);
    expect((await change(id, { note: 'In time' })).status).toBe(200);
    today(first);
    expect(asked(await change(id, { note: 'Late' }))).toEqual(ASKED(31));
    expect(asked(await remove(id))).toEqual(ASKED(31));
  });

  it('is what the organisation says: today alone, or never', async () => {
    today('2026-01-15T12:00:00Z');
    await settings({ late_edit_days: 0 });
    const { id } = await team.tracked(15, 60);
    const yesterday = await team.tracked(14, 60);
    expect((await change(id, { note: 'Today' })).status).toBe(200);
    expect(asked(await change(yesterday.id, { note: 'Yesterday' }))).toEqual(ASKED(1));
    today('2036-01-15T12:00:00Z');
    expect(asked(await change(id, { note: 'Much later' }))).toEqual(ASKED(3_652));
    await settings({ late_edit_days: null });
    expect((await change(id, { note: 'Much later' })).status).toBe(200);
  });

  it('is asked of the day as it was: what moves away from it needs the reason, too', async () => {
    const { id } = await team.tracked(5, 60);
    today('2026-03-06T12:00:00Z');
    const recent = { started_at: '2026-03-06T08:00:00Z', ended_at: '2026-03-06T09:00:00Z' };
    expect(asked(await change(id, recent))).toEqual(ASKED(60));
    expect((await change(id, { ...recent, reason: 'Wrong month' })).status).toBe(200);
    expect((await change(id, { note: 'Now it is recent' })).status).toBe(200);
  });

  it('keeps a reason that nobody asked for', async () => {
    today('2026-01-06T12:00:00Z');
    const { id } = await team.tracked(5, 60);
    const told = await team.told(() => change(id, { note: 'Agreed', reason: 'By phone' }));
    expect(told).toMatchObject([['updated', expect.any(String), { reason: 'By phone' }]]);
  });

  it.each([
    ['x'.repeat(501), 'text'],
    [7, 'text'],
    [null, 'text'],
  ])('refuses the reason %j', async (reason, code) => {
    const { id } = await team.tracked(5, 60);
    const answer = await team.work.as('member').patch(entry(id), { note: 'x', reason });
    expect([answer.status, answer.body.errors]).toMatchObject([
      400,
      [{ pointer: '/reason', code }],
    ]);
  });
});

describe('what a change did', () => {
  let other: { id: number };
  const deltas = async (work: () => Promise<unknown>) => {
    const [row] = await team.recorded(work);
    const { delta_hours, delta_amount } = row?.extra_data ?? {};
    return [delta_hours, delta_amount];
  };

  beforeAll(async () => {
    const { member, lead } = team.work.people;
    other = await team.work.api.people.project('Other', [
      [lead, 'lead'],
      [member, 'member'],
    ]);
  });
  beforeEach(() => today('2026-01-16T12:00:00Z'));

  it('is hours and money, exact to the second and the cent', async () => {
    const { id } = await team.tracked(15, 60);
    expect(await deltas(() => change(id, { ended_at: '2026-01-15T10:20:00Z' }))).toEqual([
      0.33,
      '28.33',
    ]);
    expect(await deltas(() => change(id, { ended_at: '2026-01-15T10:20:01Z' }))).toEqual([
      0,
      '0.02',
    ]);
    expect(await deltas(() => change(id, { ended_at: '2026-01-15T09:00:01Z' }))).toEqual([
      -1.33,
      '-113.33',
    ]);
  });

  it('is nothing in money where the worth stays, or there is no rate', async () => {
    const { id } = await team.tracked(15, 60);
    expect(await deltas(() => change(id, { note: 'Same' }))).toEqual([0, undefined]);
    const free = await team.tracked(15, 60, { project_id: other.id });
    const longer = { ended_at: '2026-01-15T11:00:00Z' };
    expect(await deltas(() => change(free.id, longer))).toEqual([1, undefined]);
  });

  it('is all of it where time becomes billable or not, or goes to another project', async () => {
    const { id } = await team.tracked(15, 60);
    expect(await deltas(() => change(id, { billable: false }))).toEqual([0, '-85.00']);
    const longer = { ended_at: '2026-01-15T11:00:00Z' };
    expect(await deltas(() => change(id, longer))).toEqual([1, undefined]);
    expect(await deltas(() => change(id, { billable: true }))).toEqual([0, '170.00']);
    expect(await deltas(() => change(id, { project_id: other.id }))).toEqual([0, '-170.00']);
    const back = { project_id: team.work.website.id };
    expect(await deltas(() => change(id, back))).toEqual([0, '170.00']);
    expect(await deltas(() => remove(id))).toEqual([-2, '-170.00']);
  });

  it('is nothing for a timer that is discarded', async () => {
    const body = { project_id: team.work.website.id };
    const { id } = (await team.work.as('member').post<TimeEntryView>('/timers/start', body)).body;
    today('2026-01-16T13:00:00Z');
    expect(await deltas(() => remove(id))).toEqual([undefined, undefined]);
  });

  it('is money for administrators and auditors alone: amounts tell rates', async () => {
    const { id } = await team.tracked(15, 60);
    await change(id, { ended_at: '2026-01-15T10:30:00Z' });
    const shown = async (person: 'admin' | 'auditor' | 'lead' | 'member') => {
      const query = `?entity_type=time_entry&action=updated&entity_id=${id}`;
      const [row] = await team.work.as(person).feed(query);
      return (row as ActivityView).extra_data;
    };
    const open = { project_name: 'Website', client_name: 'Website client', task_name: null };
    const extra = { ...open, delta_hours: 0.5 };
    expect(await shown('admin')).toEqual({ ...extra, delta_amount: '42.50' });
    expect(await shown('auditor')).toEqual({ ...extra, delta_amount: '42.50' });
    expect(await shown('lead')).toEqual(extra);
    expect(await shown('member')).toEqual(extra);
    const { body, headers } = await team.work
      .as('member')
      .get<{ newest_cursor: string }>('/activities?limit=1');
    expect(headers['etag']).toBeDefined();
    await remove(id);
    const news = await team.work.as('member').get(`/activities?after=${body.newest_cursor}`);
    expect(news.text).toContain('"action" : "deleted"');
    expect(news.text).not.toMatch(/delta_amount|127\.50/);
  });
});

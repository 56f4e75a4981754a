import type { ReviewedPeriodView, TimeEntryPage, TimeEntryView } from '@tidemark/contracts';
import { BillingTeam, LINE } from '../billing/billing-team';
import type { Answer } from '../support';

let team: BillingTeam;
const LOCK = 7_420_261;

beforeAll(async () => {
  team = await BillingTeam.start();
  await team.admin().patch('/settings', { time_zone: 'Europe/Berlin', late_edit_days: null });
});
afterAll(() => team.stop());
beforeEach(() => now('2026-03-10T12:00:00Z'));
afterEach(async () => {
  for (const month of ['2025-12', '2026-01', '2026-02']) {
    await team.admin().post(`/periods/${month}/open`, { reason: 'Next' });
  }
  team.work.api.clock.set(null);
});

const now = (instant: string) => team.work.api.clock.set(new Date(instant));
const close = async (month = '2026-01') => {
  const { status, body } = await team.admin().post<ReviewedPeriodView>(`/periods/${month}/close`);
  expect(status).toBe(200);
  return body;
};
const entry = (id: number) => `/time-entries/${id}`;
const enter = (started_at: string, ended_at: string) =>
  team.work.as('member').post<TimeEntryView>('/time-entries', {
    ...{ project_id: team.work.website.id, started_at, ended_at },
  });
const seen = async (id: number) =>
  (await team.work.as('member').get<TimeEntryView>(entry(id))).body;
const told = (answer: Answer<unknown>) => {
  const { type, detail } = answer.body as { type: string; detail: string };
  return [answer.status, type, detail];
};
const LOCKED = [
  409,
  '/problems/locked',
  'January 2026 is closed: time in it cannot change. An administrator can open it again in the settings',
];

describe('time in a closed month', () => {
  it('cannot be made, changed or deleted by anybody, administrators included', async () => {
    const inside = await team.tracked(15, 60);
    const later = await enter('2026-02-15T09:00:00Z', '2026-02-15T10:00:00Z');
    await close();
    const times = { started_at: '2026-01-15T09:00:00Z', ended_at: '2026-01-15T10:00:00Z' };
    const rows = await team.recorded(async () => {
      for (const person of ['member', 'lead', 'admin'] as const) {
        const requests = team.work.as(person);
        const body = { project_id: team.work.website.id, ...times };
        for (const answer of [
          await requests.post('/time-entries', body),
          await requests.patch(entry(inside.id), { note: 'Later', reason: 'x' }),
          await requests.patch(entry(inside.id), {
            started_at: '2026-02-15T08:00:00Z',
            ended_at: '2026-02-15T09:00:00Z',
          }),
          await requests.patch(entry(later.body.id), times),
          await requests.delete(entry(inside.id), { reason: 'x' }),
        ]) {
          expect(told(answer)).toEqual(LOCKED);
        }
      }
    });
    expect(rows).toEqual([]);
  });

  it('says so in lists and by itself, and changes again once the month is open', async () => {
    const { id } = await team.tracked(16, 60);
    await close();
    const locked = { can_edit: false, is_locked: true, closed_period: '2026-01' };
    expect(await seen(id)).toMatchObject(locked);
    const list = (await team.admin().get<TimeEntryPage>('/time-entries?user_id=all&limit=100'))
      .body;
    expect(list.time_entries.find((one) => one.id === id)).toMatchObject(locked);
    await team.admin().post('/periods/2026-01/open', { reason: 'Forgot something' });
    const open = await seen(id);
    expect(open.can_edit).toBe(true);
    expect(open).not.toHaveProperty('is_locked');
    expect(open).not.toHaveProperty('closed_period');
    expect((await team.work.as('member').patch(entry(id), { note: 'Later' })).status).toBe(200);
  });

  // In Berlin January lasts from 23:00 to 23:00 UTC.
  it.each([
    ['ends with the moment before', '2025-12-31T22:00:00Z', '2025-12-31T23:00:00Z', 201],
    ['reaches into it by a millisecond', '2025-12-31T22:00:00Z', '2025-12-31T23:00:00.001Z', 409],
    ['begins in its first moment', '2025-12-31T23:00:00Z', '2025-12-31T23:00:01Z', 409],
    ['begins in its last moment', '2026-01-31T22:59:59.999Z', '2026-02-01T08:00:00Z', 409],
    ['begins with the next month', '2026-01-31T23:00:00Z', '2026-02-01T08:00:00Z', 201],
    ['goes all the way over it', '2025-12-31T22:00:00Z', '2026-01-31T22:00:00Z', 409],
  ])('is any part of what %s', async (_what, started_at, ended_at, status) => {
    await close();
    expect((await enter(started_at, ended_at)).status).toBe(status);
    // The database says the same where nobody asked the service.
    const insert = team.work.api.sql(
      `INSERT INTO time_entry (user_id, project_id, source, started_at, ended_at)
       VALUES ($1, $2, 'manual', $3, $4)`,
      [team.work.people.member.id, team.work.website.id, started_at, ended_at],
    );
    await expect(insert).rejects.toMatchObject({ code: status === 409 ? 'TM003' : 'TM001' });
  });

  it('may be billed after the close, and taken off the draft', async () => {
    const { id } = await team.tracked(17, 60);
    await close();
    const draft = await team.draft({ lines: [{ ...LINE, time_entry_ids: [id] }] });
    expect(await seen(id)).toMatchObject({ is_invoiced: true, is_locked: true });
    expect((await team.admin().delete(`/invoices/${draft.id}`)).status).toBe(204);
    expect(await seen(id)).not.toHaveProperty('is_invoiced');
  });

  it('can be taken up again: what starts is time of today', async () => {
    const { id } = await team.tracked(18, 60);
    await close();
    const resumed = await team.work.as('member').post<TimeEntryView>(`${entry(id)}/resume`);
    expect([resumed.status, resumed.body.started_at]).toEqual([201, '2026-03-10T12:00:00.000Z']);
    expect((await team.work.as('member').post('/timers/stop')).status).toBe(200);
  });

  it('is never what a running timer began in, so that every timer can be stopped', async () => {
    const { body } = await team.work.as('member').post<TimeEntryView>('/timers/start', {
      project_id: team.work.website.id,
    });
    await close();
    const back = (started_at: string) =>
      team.work.as('member').patch(entry(body.id), { started_at });
    expect(told(await back('2026-01-15T09:00:00Z'))).toEqual(LOCKED);
    // It would go through January, up to now.
    expect(told(await back('2025-12-15T09:00:00Z'))).toEqual(LOCKED);
    expect((await back('2026-02-01T09:00:00Z')).status).toBe(200);
    expect((await team.admin().post('/periods/2026-02/close')).status).toBe(409);
    const stopped = await team.work.as('member').post<TimeEntryView>('/timers/stop');
    expect([stopped.status, stopped.body.started_at]).toEqual([200, '2026-02-01T09:00:00.000Z']);
    await team.work.as('member').delete(entry(body.id));
  });

  it.each([
    `UPDATE time_entry SET note = 'x'`,
    'UPDATE time_entry SET billable = false',
    `UPDATE time_entry SET started_at = started_at + interval '60 days', ended_at = ended_at + interval '60 days'`,
    'DELETE FROM time_entry',
  ])('stays as it is, whatever comes past the API: %s', async (statement) => {
    const { id } = await team.tracked(19, 60);
    await close();
    await expect(team.work.api.sql(`${statement} WHERE id = ${id}`)).rejects.toMatchObject({
      code: 'TM003',
    });
  });
});

/** What is asked for while somebody else's transaction with these statements is open. */
const meanwhile = (statements: string[], ask: () => Promise<Answer<unknown>>) =>
  team.work.api.beside(async (somebody) => {
    for (const statement of statements) await somebody.query(statement);
    const asked = ask();
    await team.work.api.waiting(1, 'advisory');
    await somebody.query('COMMIT');
    return asked;
  });

const ACTIVITY = (type: string, id: number) =>
  `INSERT INTO activity (created_at, source, action, entity_type, entity_id, entity_name, description)
   VALUES ('2026-03-01', 'person', 'updated', '${type}', ${id}, 'x', 'x')`;

describe('a close and a change at the same moment', () => {
  it('counts a change that came first, and waits for it', async () => {
    const { id } = await team.tracked(20, 60);
    const before = await close();
    await team.admin().post('/periods/2026-01/open', { reason: 'Once more' });
    const longer = `UPDATE time_entry SET ended_at = ended_at + interval '1 hour' WHERE id = ${id}`;
    const closed = await meanwhile([longer, ACTIVITY('time_entry', id)], () =>
      team.admin().post('/periods/2026-01/close'),
    );
    expect(closed.body).toMatchObject({ is_closed: true, hours: before.hours + 1 });
    const [row] = await team.admin().feed('?entity_type=setting&entity_id=202601');
    expect(row?.extra_data['hours']).toBe(before.hours + 1);
  });

  it('refuses a change that found the month open and came second', async () => {
    const { id } = await team.tracked(21, 60);
    const closing = `INSERT INTO closed_period VALUES (202601, '2025-12-31T23:00:00Z', '2026-01-31T23:00:00Z', now(), ${team.work.people.admin.id})`;
    const rows = await team.recorded(async () => {
      const changed = await meanwhile(
        [`SELECT pg_advisory_xact_lock(${LOCK})`, closing, ACTIVITY('setting', 202_601)],
        () => team.work.as('member').patch(entry(id), { note: 'Too late' }),
      );
      expect([changed.status, changed.text]).toEqual([
        409,
        expect.stringContaining('The month of this time is closed'),
      ]);
    });
    expect(rows.filter(({ entity_type }) => entity_type === 'time_entry')).toEqual([]);
    expect(await seen(id)).toMatchObject({ note: '', is_locked: true });
  });

  it('lets nothing through after the close, of forty changes at once', async () => {
    const ids: number[] = [];
    for (let count = 0; count < 8; count++) ids.push((await team.tracked(22, 60)).id);
    const change = (at: number) => {
      const ended_at = new Date(Date.UTC(2026, 0, 22, 11, at)).toISOString();
      return team.work.as('member').patch(entry(ids[at % ids.length] ?? 0), { ended_at });
    };
    const minutes = Array.from({ length: 40 }, (_, at) => at);
    const before = minutes.slice(0, 20).map(change);
    const closing = close();
    const after = minutes.slice(20).map(change);
    await closing;
    const statuses = (await Promise.all([...before, ...after])).map(({ status }) => status);
    expect(new Set([...statuses, 200, 409])).toEqual(new Set([200, 409]));
    const [row] = await team.admin().feed('?entity_type=setting&entity_id=202601');
    const [now] = await team.work.api.sql<{ hours: number }>(
      `SELECT round(sum(extract(epoch FROM ended_at - started_at)) / 3600, 2)::float8 AS hours
       FROM time_entry WHERE started_at >= '2025-12-31T23:00:00Z' AND ended_at <= '2026-01-31T23:00:00Z'`,
    );
    expect(row).toMatchObject({
      description: 'Closed period January 2026',
      extra_data: { hours: now?.hours },
    });
  });
});

import type {
  BulkAnswer,
  Problem,
  ProjectView,
  TaskView,
  TimeEntryView,
} from '@tidemark/contracts';
import { BulkTeam } from './bulk-team';

let team: BulkTeam;
let apollo: ProjectView;
let launch: TaskView;

beforeAll(async () => {
  team = await BulkTeam.start();
  const { lead, member } = team.work.people;
  apollo = await team.work.api.people.project('Apollo', [
    [lead, 'lead'],
    [member, 'member'],
  ]);
  const body = { name: 'Launch', project_id: apollo.id };
  launch = (await team.work.as('lead').post<TaskView>('/tasks', body)).body;
});
afterAll(() => team.stop());

const get = async (id: number) =>
  (await team.work.as('member').get<TimeEntryView>(`/time-entries/${id}`)).body;
const remove = (ids: number[], reason?: string) =>
  team.work.as('member').delete<BulkAnswer>('/time-entries', { ids, reason });
const stored = (ids: number[]) =>
  team.work.api.sql('SELECT * FROM time_entry WHERE id = ANY($1) ORDER BY id', [ids]);
const trailLength = async () =>
  Number((await team.work.api.sql<{ n: string }>('SELECT count(*) AS n FROM activity'))[0]?.n);

describe('many time entries', () => {
  it('move to a project and a task, with one activity each under one batch id', async () => {
    const ids = await team.entries(3);
    const moved = { project_id: apollo.id, task_id: launch.id, reason: 'Wrong project' };
    const rows = await team.batchOf(() => team.change(ids, moved));

    expect(rows.map(({ entity_id }) => entity_id)).toEqual(ids);
    for (const row of rows) {
      expect(row).toMatchObject({
        action: 'updated',
        entity_type: 'time_entry',
        project_id: apollo.id,
        description: 'Updated time entry for Apollo - Launch',
        batch_id: rows[0]?.batch_id,
        changes: [
          { field: 'project_id', from: team.work.website.id, to: apollo.id },
          { field: 'task_id', from: null, to: launch.id },
        ],
        extra_data: {
          project_name: 'Apollo',
          task_name: 'Launch',
          reason: 'Wrong project',
          batch_id: rows[0]?.batch_id,
          batch_size: 3,
        },
      });
    }
    expect(rows[0]?.batch_id).toMatch(/^[\da-f-]{36}$/);
    expect(await get(ids[0] ?? 0)).toMatchObject({ project_name: 'Apollo', task_name: 'Launch' });
  });

  it('write exactly what the single change writes, but for the batch', async () => {
    const [alone = 0, ...together] = await team.entries(3);
    const [single] = await team.work.recorded(() =>
      team.work.as('member').patch(`/time-entries/${alone}`, { billable: false }),
    );
    const [row] = await team.batchOf(() => team.change(together, { billable: false }));
    const { batch_id, batch_size, ...extra } = row?.extra_data ?? {};

    expect({ batch_id, batch_size }).toEqual({ batch_id: row?.batch_id, batch_size: 2 });
    expect({ ...row, extra_data: extra }).toEqual({
      ...single,
      id: row?.id,
      entity_id: together[0],
      created_at: row?.created_at,
      batch_id: row?.batch_id,
    });
  });

  it('write nothing for those that are like that already, and count them', async () => {
    const [first = 0, second = 0, third = 0] = await team.entries(3);
    await team.change([second], { billable: false });
    const rows = await team.work.recorded(async () => {
      const { body } = await team.change([first, second, third], { billable: false });
      expect(body).toEqual({ batch_id: expect.any(String), changed: 2, unchanged: 1 });
    });

    expect(rows.map(({ entity_id }) => entity_id)).toEqual([first, third]);
    expect(rows.map(({ extra_data }) => extra_data['batch_size'])).toEqual([2, 2]);
    const again = await team.change([first, second, third], { billable: false });
    expect(again.body).toEqual({ batch_id: null, changed: 0, unchanged: 3 });
  });

  it('are deleted for a reason, each telling its own length', async () => {
    const [hour = 0] = await team.entries(1);
    const [half = 0] = await team.entries(1, { ended_at: '2026-01-15T00:30:00Z' });
    const rows = await team.batchOf(() => remove([hour, half], 'Entered twice'));

    expect(rows.map(({ description }) => description)).toEqual([
      'Deleted time entry for Website - 1:00:00: Entered twice',
      'Deleted time entry for Website - 0:30:00: Entered twice',
    ]);
    expect(rows.map(({ extra_data }) => extra_data['duration_formatted'])).toEqual([
      '1:00:00',
      '0:30:00',
    ]);
    expect(await stored([hour, half])).toEqual([]);
  });

  it('say nothing of the reason in what is changed later without one', async () => {
    const ids = await team.entries(2);
    await team.change(ids, { billable: false, reason: 'Agreed' });
    const rows = await team.batchOf(() => team.change(ids, { billable: true }));

    expect(rows.filter(({ extra_data }) => 'reason' in extra_data)).toEqual([]);
  });
});

describe('none of them changes', () => {
  it('when one is not there, is a stranger’s, or a colleague’s: each is named', async () => {
    const own = await team.entries(2);
    const [colleague = 0] = await team.entries(1, {}, team.work.as('lead'));
    const secret = await team.work.api.people.project('Secret', [[team.work.people.lead, 'lead']]);
    const [foreign = 0] = await team.entries(1, { project_id: secret.id }, team.work.as('lead'));
    const ids = [foreign, own[0] ?? 0, 999_999, own[1] ?? 0, colleague];
    const [before, trail] = [await stored(ids), await trailLength()];
    const { status, body, text } = await team.change(ids, { billable: false });

    expect([status, (body as unknown as Problem).detail]).toEqual([
      404,
      '3 of 5 time entries cannot be changed',
    ]);
    expect((body as unknown as Problem).errors).toEqual([
      { pointer: '/ids/0', code: 'not-found', message: 'There is no such time entry' },
      { pointer: '/ids/2', code: 'not-found', message: 'There is no such time entry' },
      {
        pointer: '/ids/4',
        code: 'forbidden',
        message: 'Entries of others are for leads and administrators',
      },
    ]);
    expect(text).not.toContain('Secret');
    expect([await stored(ids), await trailLength()]).toEqual([before, trail]);
  });

  it('when one lies in an archived project', async () => {
    const { lead, member } = team.work.people;
    const old = await team.work.api.people.project('Old', [
      [lead, 'lead'],
      [member, 'member'],
    ]);
    const [kept = 0] = await team.entries(1, { project_id: old.id });
    const ids = [...(await team.entries(1)), kept];
    await team.work.as('lead').post(`/projects/${old.id}/archive`);
    const { status, body } = await remove(ids, 'Tidying up');

    expect([status, (body as unknown as Problem).detail]).toEqual([
      409,
      '1 of 2 time entries cannot be changed: "Old" is archived. Unarchive it to change it',
    ]);
    expect(await stored(ids)).toHaveLength(2);
  });

  it('when one is on an invoice', async () => {
    const ids = await team.entries(3);
    await invoice(ids[1] ?? 0);
    for (const answer of [await team.change(ids, { billable: false }), await remove(ids, 'Gone')]) {
      expect([answer.status, (answer.body as unknown as Problem).errors]).toEqual([
        409,
        [expect.objectContaining({ pointer: '/ids/1', code: 'locked' })],
      ]);
    }
    expect((await stored(ids)).filter((entry) => entry['billable'])).toHaveLength(3);
  });

  it('when one lies in a closed month', async () => {
    const [open = 0] = await team.entries(1);
    const march = { started_at: '2026-03-10T09:00:00Z', ended_at: '2026-03-10T10:00:00Z' };
    const [closed = 0] = await team.entries(1, march);
    await team.work.as('admin').post('/periods/2026-03/close');
    const answers = [
      await team.change([open, closed], { billable: false }),
      await remove([open, closed], 'Gone'),
    ];

    for (const { status, body } of answers) {
      expect([status, (body as unknown as Problem).errors]).toEqual([
        409,
        [expect.objectContaining({ pointer: '/ids/1', code: 'locked' })],
      ]);
    }
    expect(await get(open)).toMatchObject({ billable: true });
  });

  it('when a day is long past, unless a reason says why', async () => {
    const ids = await team.entries(2);
    await team.work.as('admin').patch('/settings', { late_edit_days: 1 });
    const silent = await team.change(ids, { billable: false });
    const told = await team.change(ids, { billable: false, reason: 'Agreed by phone' });
    await team.work.as('admin').patch('/settings', { late_edit_days: null });

    expect([silent.status, (silent.body as unknown as Problem).errors]).toEqual([
      400,
      ids.map((_, at) => ({
        pointer: `/ids/${at}`,
        code: 'reason-required',
        message: expect.stringMatching(/days past: say why it changes/),
      })),
    ]);
    expect([told.status, told.body.changed]).toEqual([200, 2]);
  });

  it('when the project or the task is none of theirs', async () => {
    const ids = await team.entries(2);
    const elsewhere = await team.change(ids, { project_id: 999_999 });
    expect([elsewhere.status, (elsewhere.body as unknown as Problem).detail]).toEqual([
      404,
      '2 of 2 time entries cannot be changed: There is no such project',
    ]);
    const other = await team.change(ids, { task_id: launch.id });
    expect([other.status, (other.body as unknown as Problem).detail]).toEqual([
      400,
      '2 of 2 time entries cannot be changed: The task is not one of this project',
    ]);
  });
});

async function invoice(entryId: number): Promise<void> {
  const admin = team.work.as('admin');
  const answer = await admin.post('/invoices', {
    client_id: team.work.website.client_id,
    currency: 'EUR',
    due_date: '2099-01-15',
    lines: [
      {
        description: 'Design',
        quantity: '1',
        unit_price: '80.00',
        time_entry_ids: [entryId],
      },
    ],
  });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
}

describe('a request', () => {
  it.each([
    ['no ids', { billable: true }],
    ['none', { ids: [], billable: true }],
    ['the same twice', { ids: [1, 1], billable: true }],
    ['a text', { ids: ['1'], billable: true }],
    ['501', { ids: Array.from({ length: 501 }, (_, at) => at + 1), billable: true }],
    ['nothing to change', { ids: [1] }],
    ['nothing but a reason', { ids: [1], reason: 'Just so' }],
    ['a field of single entries', { ids: [1], note: 'All the same' }],
    ['a reason of 501 characters', { ids: [1], billable: true, reason: 'x'.repeat(501) }],
  ])('with %s is refused', async (_what, body) => {
    const answer = await team.work.as('admin').patch('/time-entries', body);
    expect([answer.status, answer.body.type]).toEqual([400, '/problems/validation-failed']);
  });

  it.each([[undefined], [''], ['  ']])('to delete for the reason %p is refused', async (reason) => {
    const ids = await team.entries(1);
    const answer = await remove(ids, reason);
    expect([answer.status, (answer.body as unknown as Problem).errors?.[0]?.pointer]).toEqual([
      400,
      '/reason',
    ]);
    expect(await stored(ids)).toHaveLength(1);
  });

  it('may name 500, of which all change', async () => {
    await team.work.api.sql("SET session_replication_role = 'replica'");
    const made = await team.work.api.sql<{ id: number }>(
      `INSERT INTO time_entry (user_id, project_id, note, source, started_at, ended_at)
       SELECT $1, $2, 'n', 'manual', t, t + interval '1 hour'
       FROM generate_series('2025-01-01'::timestamptz, '2025-01-01'::timestamptz + interval '499 hours', '1 hour') t
       RETURNING id`,
      [team.work.people.member.id, team.work.website.id],
    );
    await team.work.api.sql('RESET session_replication_role');
    const { body } = await team.change(
      made.map(({ id }) => id),
      { project_id: apollo.id },
    );

    expect(body).toMatchObject({ changed: 500, unchanged: 0 });
    const [row] = await team.work.api.sql(
      `SELECT count(*)::int AS rows, count(DISTINCT entity_id)::int AS things FROM activity WHERE batch_id = $1`,
      [body.batch_id],
    );
    expect(row).toEqual({ rows: 500, things: 500 });
  });
});

describe('two at the same moment', () => {
  it('over the same entries in opposite order both succeed', async () => {
    const ids = await team.entries(12);
    for (let round = 0; round < 3; round++) {
      const answers = await Promise.all([
        team.change(ids, { billable: round % 2 === 1 }),
        team.change(ids.toReversed(), { project_id: round % 2 ? team.work.website.id : apollo.id }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    }
  });
});

describe('of others', () => {
  it('change by the hand of the lead, and of nobody who only reads', async () => {
    const ids = await team.entries(2);
    const byLead = await team.change(ids, { billable: false }, team.work.as('lead'));
    expect([byLead.status, byLead.body.changed]).toEqual([200, 2]);
    const byAuditor = await team.change(ids, { billable: true }, team.work.as('auditor'));
    expect(byAuditor.status).toBe(403);
    const byOutsider = await team.change(ids, { billable: true }, team.work.as('outsider'));
    expect(byOutsider.status).toBe(404);
  });
});

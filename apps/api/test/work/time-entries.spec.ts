import type { ProjectView, TaskView, TimeEntryView } from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;
let design: TaskView;

beforeAll(async () => {
  team = await WorkTeam.start();
  const body = { name: 'Design', project_id: team.website.id };
  design = (await team.as('member').post<TaskView>('/tasks', body)).body;
});
afterAll(() => team.stop());
// The day after: late changes have a spec of their own.
beforeEach(() => team.api.clock.set(new Date('2026-01-16T12:00:00Z')));
afterEach(() => team.api.clock.set(null));

const morning = { started_at: '2026-01-15T09:00:00Z', ended_at: '2026-01-15T10:30:00Z' };
const enter = (more: object = {}) =>
  team
    .as('member')
    .post<TimeEntryView>('/time-entries', { project_id: team.website.id, ...morning, ...more });
const entered = async (more: object = {}) => (await enter(more)).body;
const change = (id: number, body: object) =>
  team.as('member').patch<TimeEntryView>(`/time-entries/${id}`, body);

describe('in the feed', () => {
  it('is created, updated and deleted', async () => {
    let id = 0;
    const rows = await team.recorded(async () => {
      ({ id } = await entered({ task_id: design.id, note: 'Sketches' }));
      await change(id, { ended_at: '2026-01-15T10:00:00Z', note: 'Drafts' });
      await team.as('member').delete(`/time-entries/${id}`, { reason: 'Wrong day' });
    });
    const names = { project_name: 'Website', client_name: 'Website client' };
    const entry = { entity_type: 'time_entry', entity_id: id, project_id: team.website.id };
    expect(rows).toEqual([
      expect.objectContaining({
        ...entry,
        action: 'created',
        entity_name: 'Sketches',
        description: 'Created time entry for Website - Design - 1:30:00',
        extra_data: expect.objectContaining({
          ...names,
          task_name: 'Design',
          duration_formatted: '1:30:00',
          duration_hours: 1.5,
          source: 'manual',
          target_user_id: team.people.member.id,
        }),
        changes: [],
      }),
      expect.objectContaining({
        ...entry,
        action: 'updated',
        entity_name: 'Drafts',
        description: 'Updated time entry for Website - Design',
        extra_data: { ...names, task_name: 'Design', delta_hours: -0.5 },
        changes: [
          { field: 'note', from: 'Sketches', to: 'Drafts' },
          {
            field: 'ended_at',
            from: '2026-01-15T10:30:00.000Z',
            to: '2026-01-15T10:00:00.000Z',
          },
        ],
      }),
      expect.objectContaining({
        ...entry,
        action: 'deleted',
        entity_name: 'Drafts',
        description: 'Deleted time entry for Website - 1:00:00: Wrong day',
        extra_data: {
          ...names,
          duration_formatted: '1:00:00',
          reason: 'Wrong day',
          delta_hours: -1,
        },
      }),
    ]);
  });

  it('says no task, no change of length and no reason where there is none', async () => {
    const told = await team.told(async () => {
      const { id } = await entered({ ended_at: '2026-01-15T09:10:01Z' });
      await change(id, { billable: false });
      await team.as('member').delete(`/time-entries/${id}`);
    });
    const names = { project_name: 'Website', client_name: 'Website client' };
    const created = {
      ...names,
      task_name: null,
      duration_formatted: '0:10:01',
      duration_hours: 0.17,
    };
    expect(told).toEqual([
      [
        'created',
        'Created time entry for Website - 0:10:01',
        expect.objectContaining({ ...created, source: 'manual' }),
      ],
      ['updated', 'Updated time entry for Website', { ...names, task_name: null, delta_hours: 0 }],
      [
        'deleted',
        'Deleted time entry for Website - 0:10:01',
        { ...names, duration_formatted: '0:10:01', reason: null, delta_hours: -0.17 },
      ],
    ]);
  });

  it('names whom a lead entered the time for, by id alone', async () => {
    const { member } = team.people;
    const rows = await team.recorded(async () => {
      const body = { project_id: team.website.id, ...morning, user_id: member.id };
      const { body: entry } = await team.as('lead').post<TimeEntryView>('/time-entries', body);
      expect(entry).toMatchObject({ user_id: member.id, source: 'manual' });
    });
    expect(rows[0]).toMatchObject({
      user_id: team.people.lead.id,
      extra_data: { target_user_id: member.id },
    });
    const [stored] = await team.api.sql<{ everything: string }>(
      'SELECT activity::text AS everything FROM activity ORDER BY id DESC LIMIT 1',
    );
    expect(stored?.everything).not.toContain('Member Person');
  });

  it('tells the length up to now of a running timer that is discarded', async () => {
    team.api.clock.set(new Date('2026-01-15T09:00:00Z'));
    const body = { project_id: team.website.id };
    const { id } = (await team.as('member').post<TimeEntryView>('/timers/start', body)).body;
    team.api.clock.set(new Date('2026-01-15T09:20:00Z'));
    const told = await team.told(() => team.as('member').delete(`/time-entries/${id}`));
    expect(told).toMatchObject([
      ['deleted', 'Deleted time entry for Website - 0:20:00', { duration_formatted: '0:20:00' }],
    ]);
  });

  it('writes nothing when nothing changes, in whatever words it is said', async () => {
    const { id, note, billable } = await entered({ task_id: design.id });
    const rows = await team.recorded(async () => {
      const same = {
        note,
        billable,
        task_id: design.id,
        project_id: team.website.id,
        started_at: '2026-01-15T10:00:00.000+01:00',
        ended_at: '2026-01-15T10:30:00.000000999+00:00',
      };
      expect((await change(id, same)).status).toBe(200);
      expect((await change(id, {})).status).toBe(200);
    });
    expect(rows).toEqual([]);
  });

  it('records one deletion when several delete it at the same moment', async () => {
    const { id } = await entered();
    const statuses: number[] = [];
    const rows = await team.recorded(async () => {
      const all = [1, 2, 3, 4, 5].map(() => team.as('member').delete(`/time-entries/${id}`));
      statuses.push(...(await Promise.all(all)).map(({ status }) => status));
    });
    expect(statuses.sort()).toEqual([204, 404, 404, 404, 404]);
    expect(rows).toHaveLength(1);
  });
});

describe('rules', () => {
  it('refuses an end that is not after the start, and more than a month', async () => {
    const { id } = await entered();
    const rows = await team.recorded(async () => {
      for (const ended_at of ['2026-01-15T08:59:59Z', morning.started_at, '2026-03-01T09:00:00Z']) {
        for (const refused of [await enter({ ended_at }), await change(id, { ended_at })]) {
          expect(refused.status).toBe(400);
          expect(refused.body).toMatchObject({ errors: [{ pointer: '/ended_at' }] });
        }
      }
      expect((await change(id, { started_at: '2026-01-15T11:00:00Z' })).status).toBe(400);
    });
    expect(rows).toEqual([]);
  });

  it('lets an entry without length keep its times while something else changes', async () => {
    team.api.clock.set(new Date('2026-01-15T09:00:00Z'));
    await team.as('member').post('/timers/start', { project_id: team.website.id });
    const { body } = await team.as('member').post<TimeEntryView>('/timers/stop');
    const { started_at, ended_at } = body;
    const kept = await change(body.id, { started_at, ended_at, note: 'A slip' });
    expect([kept.status, kept.body.note]).toEqual([200, 'A slip']);
  });

  it('accepts entries that overlap', async () => {
    await entered();
    expect((await enter()).status).toBe(201);
  });

  it('lets a running timer be corrected, but stopped only by stopping it', async () => {
    team.api.clock.set(new Date('2026-01-15T09:00:00Z'));
    const body = { project_id: team.website.id };
    const { id } = (await team.as('member').post<TimeEntryView>('/timers/start', body)).body;
    expect((await change(id, { ended_at: '2026-01-15T09:10:00Z' })).status).toBe(400);
    expect((await change(id, { started_at: '2026-01-15T09:10:00Z' })).status).toBe(400);
    const told = await team.told(async () => {
      const corrected = await change(id, {
        started_at: '2026-01-15T08:45:00Z',
        task_id: design.id,
        note: 'Since a quarter to',
      });
      expect(corrected.body).toMatchObject({
        started_at: '2026-01-15T08:45:00.000Z',
        ended_at: null,
        task_name: 'Design',
      });
    });
    expect(told).toMatchObject([
      ['updated', 'Updated time entry for Website - Design', { delta_hours: 0 }],
    ]);
    await team.as('member').post('/timers/stop');
  });

  it('leaves its task behind when it goes to another project', async () => {
    const other: ProjectView = await team.api.people.project('Other', [
      [team.people.member, 'member'],
    ]);
    const { id } = await entered({ task_id: design.id });
    const refused = await change(id, { project_id: other.id, task_id: design.id });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/task_id' }] });
    const moved = await change(id, { project_id: other.id });
    expect(moved.body).toMatchObject({ project_id: other.id, task_id: null, task_name: null });
    const hidden = await team.api.people.project('Hidden', [[team.people.lead, 'lead']]);
    const foreign = await change(id, { project_id: hidden.id });
    const absent = await change(id, { project_id: 999_999 });
    expect([foreign.status, foreign.body]).toMatchObject([404, { type: '/problems/not-found' }]);
    expect(absent.status).toBe(404);
  });

  it('is entered for others by leads and administrators, for people who are in the project', async () => {
    const { member, lead, outsider } = team.people;
    const body = { project_id: team.website.id, ...morning };
    const forOther = (name: 'member' | 'lead' | 'admin' | 'outsider', user_id: number) =>
      team.as(name).post('/time-entries', { ...body, user_id });
    const rows = await team.recorded(async () => {
      expect((await forOther('member', lead.id)).status).toBe(403);
      expect((await forOther('outsider', member.id)).status).toBe(404);
      const stranger = await forOther('lead', outsider.id);
      expect(stranger.status).toBe(400);
      expect(stranger.body.errors).toMatchObject([{ pointer: '/user_id' }]);
    });
    expect(rows).toEqual([]);
    expect((await forOther('admin', member.id)).status).toBe(201);
    expect((await forOther('member', member.id)).status).toBe(201);
  });

  it('is changed by its person and those who manage the project', async () => {
    const { id } = await entered();
    const url = `/time-entries/${id}`;
    const rows = await team.recorded(async () => {
      for (const [name, status] of [
        ['outsider', 404],
        ['auditor', 403],
      ] as const) {
        expect((await team.as(name).patch(url, { note: 'x' })).status).toBe(status);
        expect((await team.as(name).delete(url)).status).toBe(status);
      }
      const leads = (
        await team
          .as('lead')
          .post<TimeEntryView>('/time-entries', { project_id: team.website.id, ...morning })
      ).body;
      expect((await team.as('member').get(`/time-entries/${leads.id}`)).status).toBe(403);
      expect((await change(leads.id, { note: 'x' })).status).toBe(403);
      expect((await team.as('member').delete(`/time-entries/${leads.id}`)).status).toBe(403);
      expect((await team.as('lead').patch(url, { note: 'By the lead' })).status).toBe(200);
      expect((await team.as('admin').patch(url, { note: 'By the admin' })).status).toBe(200);
    });
    expect(rows.map(({ action }) => action)).toEqual(['created', 'updated', 'updated']);
  });

  it('stays readable to who has left the project, but is the project’s now', async () => {
    const { outsider } = team.people;
    const members = `/projects/${team.website.id}/members`;
    await team.as('lead').post(members, { user_id: outsider.id, role: 'member' });
    const body = { project_id: team.website.id, ...morning };
    const { id } = (await team.as('outsider').post<TimeEntryView>('/time-entries', body)).body;
    await team.as('lead').delete(`${members}/${outsider.id}`);
    const url = `/time-entries/${id}`;
    const shown = await team.as('outsider').get<TimeEntryView>(url);
    expect([shown.status, shown.body.can_edit]).toEqual([200, false]);
    const rows = await team.recorded(async () => {
      expect((await team.as('outsider').patch(url, { note: 'x' })).status).toBe(403);
      expect((await team.as('outsider').delete(url)).status).toBe(403);
      expect((await team.as('outsider').post(`${url}/resume`)).status).toBe(404);
    });
    expect(rows).toEqual([]);
  });

  it('does not change while its project is archived', async () => {
    const old = await team.api.people.project('Old', [[team.people.lead, 'lead']]);
    const body = { project_id: old.id, ...morning };
    const { id } = (await team.as('lead').post<TimeEntryView>('/time-entries', body)).body;
    const elsewhere = await entered();
    await team.as('lead').post(`/projects/${old.id}/archive`, {});
    const rows = await team.recorded(async () => {
      const refused = [
        await team.as('lead').post('/time-entries', body),
        await team.as('lead').patch(`/time-entries/${id}`, { note: 'x' }),
        await team.as('lead').delete(`/time-entries/${id}`),
        await team.as('admin').patch(`/time-entries/${elsewhere.id}`, { project_id: old.id }),
      ];
      expect(refused.map(({ body }) => body.type)).toEqual(
        Array<string>(4).fill('/problems/archived'),
      );
    });
    expect(rows).toEqual([]);
    const shown = await team.as('lead').get<TimeEntryView>(`/time-entries/${id}`);
    expect(shown.body.can_edit).toBe(false);
  });

  it('takes late entries on completed work', async () => {
    const done = await team.api.people.project('Done', [[team.people.lead, 'lead']]);
    await team.as('lead').patch(`/projects/${done.id}`, { status: 'completed' });
    const late = await team.as('lead').post('/time-entries', { project_id: done.id, ...morning });
    expect(late.status).toBe(201);
  });
});

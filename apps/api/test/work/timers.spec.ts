import type { CurrentTimer, RunningTimers, TaskView, TimeEntryView } from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;
let design: TaskView;
let clientId: number;

beforeAll(async () => {
  team = await WorkTeam.start();
  const body = { name: 'Design', project_id: team.website.id };
  design = (await team.as('member').post<TaskView>('/tasks', body)).body;
  clientId = (await team.as('admin').get<{ client_id: number }>(`/projects/${team.website.id}`))
    .body.client_id;
});
afterAll(() => team.stop());
afterEach(async () => {
  team.api.clock.set(null);
  for (const name of ['member', 'lead', 'admin'] as const) await team.as(name).post('/timers/stop');
});

const start = (more: object = {}) =>
  team.as('member').post<TimeEntryView>('/timers/start', { project_id: team.website.id, ...more });
const stop = () => team.as('member').post<TimeEntryView>('/timers/stop');
const at = (instant: string) => team.api.clock.set(new Date(instant));

describe('in the feed', () => {
  it('is started, stopped, and resumed from the entry it left', async () => {
    let first = 0;
    const rows = await team.recorded(async () => {
      at('2026-01-15T09:00:00Z');
      first = (await start({ task_id: design.id, note: 'Sketches', billable: false })).body.id;
      at('2026-01-15T10:30:09.900Z');
      await stop();
      at('2026-01-15T11:00:00Z');
      await team.as('member').post(`/time-entries/${first}/resume`);
      at('2026-01-15T11:15:00Z');
      await stop();
    });
    const work = { project_id: team.website.id, task_id: design.id };
    expect(
      rows.map(({ action, entity_name, description, extra_data }) => [
        action,
        entity_name,
        description,
        extra_data,
      ]),
    ).toEqual([
      [
        'started',
        'Sketches',
        'Started timer for Website - Design',
        { ...work, client_id: clientId },
      ],
      [
        'stopped',
        'Sketches',
        'Stopped timer for Website - Design - Duration: 1:30:09',
        { ...work, duration_hours: 1.5 },
      ],
      [
        'started',
        'Sketches',
        'Resumed timer for Website - Design',
        { ...work, client_id: clientId, resumed_from: first },
      ],
      [
        'stopped',
        'Sketches',
        'Stopped timer for Website - Design - Duration: 0:15:00',
        { ...work, duration_hours: 0.25 },
      ],
    ]);
    expect(rows[1]?.changes).toEqual([
      { field: 'ended_at', from: null, to: '2026-01-15T10:30:09.900Z' },
    ]);
    expect(new Set(rows.map(({ entity_id }) => entity_id)).size).toBe(2);
    expect(rows.every(({ entity_type }) => entity_type === 'time_entry')).toBe(true);
  });

  it('says no more than the project where there is no task and no note', async () => {
    const rows = await team.recorded(async () => {
      at('2026-01-15T09:00:00Z');
      await start();
      at('2026-01-16T11:03:04Z');
      await stop();
    });
    const project = { project_id: team.website.id, task_id: null };
    expect(
      rows.map(({ description, entity_name, extra_data }) => [
        description,
        entity_name,
        extra_data,
      ]),
    ).toEqual([
      ['Started timer for Website', 'Website', { ...project, client_id: clientId }],
      [
        'Stopped timer for Website - Duration: 26:03:04',
        'Website',
        { ...project, duration_hours: 26.05 },
      ],
    ]);
  });
});

describe('races', () => {
  it('lets one of twenty starts through, with one activity', async () => {
    const answers: { status: number; body: unknown }[] = [];
    const rows = await team.recorded(async () => {
      answers.push(...(await Promise.all(Array.from({ length: 20 }, () => start()))));
    });
    const refused = answers.filter(({ status }) => status === 409);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(refused).toHaveLength(19);
    const running = (await team.as('member').get<CurrentTimer>('/timers/current')).body.timer;
    for (const { body } of refused) {
      expect(body).toMatchObject({
        type: '/problems/timer-already-running',
        running_entry_id: running?.id,
      });
    }
    expect(rows.map(({ action }) => action)).toEqual(['started']);
  });

  it('lets one of twenty stops through, with one activity', async () => {
    await start();
    const answers: { status: number; body: unknown }[] = [];
    const rows = await team.recorded(async () => {
      answers.push(...(await Promise.all(Array.from({ length: 20 }, stop))));
    });
    const refused = answers.filter(({ status }) => status === 409);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(refused).toHaveLength(19);
    for (const { body } of refused) {
      expect(body).toMatchObject({ type: '/problems/no-running-timer' });
    }
    expect(rows.map(({ action }) => action)).toEqual(['stopped']);
  });

  it('keeps one timer and a true trail when people hammer on everything at once', async () => {
    const entry = (await start()).body;
    await stop();
    const resume = () => team.as('member').post(`/time-entries/${entry.id}/resume`);
    const rows = await team.recorded(async () => {
      for (let round = 0; round < 12; round++) {
        const all = [start, stop, resume, start, stop, resume, stop, start].map((act) => act());
        for (const { status } of await Promise.all(all)) expect([200, 201, 409]).toContain(status);
      }
    });
    const actions = rows.map(({ action }) => action);
    const [running] = await team.api.sql<{ count: number }>(
      'SELECT count(*)::int FROM time_entry WHERE user_id = $1 AND ended_at IS NULL',
      [team.people.member.id],
    );
    const started = actions.filter((action) => action === 'started').length;
    const stopped = actions.filter((action) => action === 'stopped').length;
    expect(started - stopped).toBe(running?.count);
  });

  it('is one timer for each person in the database itself', async () => {
    const { id } = team.people.outsider;
    const insert = () =>
      team.api.sql(
        `INSERT INTO time_entry (user_id, project_id, source, started_at)
         VALUES ($1, $2, 'timer', now())`,
        [id, team.website.id],
      );
    await team.api.sql('BEGIN');
    await insert();
    await expect(insert()).rejects.toThrow('time_entry_running_idx');
    await team.api.sql('ROLLBACK');
  });
});

describe('rules', () => {
  it('answers with the entry, and with the clock of the server', async () => {
    at('2026-01-15T09:00:00.123Z');
    const { status, body } = await start({ note: 'Design' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(Number),
      user_id: team.people.member.id,
      user_display_name: 'Member Person',
      project_id: team.website.id,
      project_name: 'Website',
      project_color: '#2f7ed8',
      client_name: 'Website client',
      task_id: null,
      task_name: null,
      note: 'Design',
      billable: true,
      source: 'timer',
      started_at: '2026-01-15T09:00:00.123Z',
      ended_at: null,
      duration_seconds: null,
      can_edit: true,
    });
    at('2026-01-15T09:30:00Z');
    const current = await team.as('member').get<CurrentTimer>('/timers/current');
    expect(current.body).toEqual({ timer: body, server_time: '2026-01-15T09:30:00.000Z' });
    const stopped = await stop();
    expect(stopped.body).toMatchObject({
      id: body.id,
      ended_at: '2026-01-15T09:30:00.000Z',
      duration_seconds: 1_799,
    });
    expect((await team.as('member').get<CurrentTimer>('/timers/current')).body.timer).toBeNull();
  });

  it('ends where it began when the clock went back', async () => {
    at('2026-01-15T10:00:00Z');
    await start();
    const told = await team.told(async () => {
      at('2026-01-15T09:00:00Z');
      expect((await stop()).body).toMatchObject({
        ended_at: '2026-01-15T10:00:00.000Z',
        duration_seconds: 0,
      });
    });
    expect(told).toMatchObject([
      ['stopped', 'Stopped timer for Website - Duration: 0:00:00', { duration_hours: 0 }],
    ]);
  });

  it('does not start on closed work, nor on a task of another project', async () => {
    const project = await team.api.people.project('Closed', [[team.people.member, 'lead']]);
    const url = `/projects/${project.id}`;
    const on = (body: object) => team.as('member').post('/timers/start', body);
    const task = (
      await team.as('member').post<TaskView>('/tasks', { name: 'Over', project_id: project.id })
    ).body;
    const rows = await team.recorded(async () => {
      const foreign = await on({ project_id: team.website.id, task_id: task.id });
      expect(foreign.status).toBe(400);
      expect(foreign.body.errors).toMatchObject([{ pointer: '/task_id' }]);
    });
    expect(rows).toEqual([]);
    for (const status of ['done', 'cancelled']) {
      await team.as('member').patch(`/tasks/${task.id}`, { status });
      const refused = await on({ project_id: project.id, task_id: task.id });
      expect([refused.status, refused.body.type]).toEqual([409, '/problems/archived']);
    }
    await team.as('member').patch(url, { status: 'completed' });
    expect((await on({ project_id: project.id })).body.type).toBe('/problems/archived');
    await team.as('member').post(`${url}/archive`, {});
    expect((await on({ project_id: project.id })).body.type).toBe('/problems/archived');
  });

  it('can be stopped in a project that was archived meanwhile, or that one has left', async () => {
    const { lead, outsider } = team.people;
    const project = await team.api.people.project('Closing', [
      [lead, 'lead'],
      [outsider, 'member'],
    ]);
    await team.as('outsider').post('/timers/start', { project_id: project.id });
    await team.as('lead').post(`/projects/${project.id}/archive`, {});
    await team.as('lead').delete(`/projects/${project.id}/members/${outsider.id}`);
    const told = await team.told(async () => {
      expect((await team.as('outsider').post('/timers/stop')).status).toBe(200);
    });
    expect(told).toMatchObject([['stopped', expect.stringContaining('Closing'), {}]]);
  });

  it('is stopped for a member by the lead, and by nobody else', async () => {
    const { id } = (await start()).body;
    const stopIt = (name: 'outsider' | 'lead' | 'auditor' | 'member') =>
      team.as(name).post(`/time-entries/${id}/stop`);
    const rows = await team.recorded(async () => {
      expect((await stopIt('outsider')).status).toBe(404);
      expect((await stopIt('auditor')).status).toBe(403);
      expect((await stopIt('lead')).status).toBe(200);
      const again = await stopIt('member');
      expect([again.status, again.body.type]).toEqual([409, '/problems/no-running-timer']);
    });
    expect(rows).toEqual([
      expect.objectContaining({ action: 'stopped', user_id: team.people.lead.id, entity_id: id }),
    ]);
    const leads = (
      await team.as('lead').post<TimeEntryView>('/timers/start', { project_id: team.website.id })
    ).body;
    expect((await team.as('member').post(`/time-entries/${leads.id}/stop`)).status).toBe(403);
  });

  it('resumes nothing while a timer runs, or on work that is closed by now', async () => {
    const { id } = (await start({ task_id: design.id })).body;
    await stop();
    await start();
    const resume = () => team.as('member').post(`/time-entries/${id}/resume`);
    const rows = await team.recorded(async () => {
      expect((await resume()).body.type).toBe('/problems/timer-already-running');
    });
    expect(rows).toEqual([]);
    await stop();
    await team.as('member').patch(`/tasks/${design.id}`, { status: 'done' });
    expect((await resume()).body.type).toBe('/problems/archived');
    await team.as('member').patch(`/tasks/${design.id}`, { status: 'todo' });
  });

  it('shows who is working now to those who may know', async () => {
    await start();
    await team.as('admin').post('/timers/start', { project_id: team.website.id });
    const seen = async (name: 'member' | 'lead' | 'outsider' | 'auditor') =>
      (await team.as(name).get<RunningTimers>('/timers')).body.timers
        .map(({ user_id }) => user_id)
        .sort((a, b) => a - b);
    const [admin, member] = [team.people.admin.id, team.people.member.id];
    expect(await seen('auditor')).toEqual([admin, member]);
    expect(await seen('lead')).toEqual([admin, member]);
    expect(await seen('member')).toEqual([member]);
    expect(await seen('outsider')).toEqual([]);
  });
});

import type { ProjectView, TaskPage, TaskView } from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;

beforeAll(async () => (team = await WorkTeam.start()));
afterAll(() => team.stop());

const create = async (name: string, more: object = {}) =>
  (await team.as('member').post<TaskView>('/tasks', { name, project_id: team.website.id, ...more }))
    .body;
const change = (id: number, body: object) =>
  team.as('member').patch<TaskView>(`/tasks/${id}`, body);

describe('in the feed', () => {
  it('is created, updated and deleted', async () => {
    let id = 0;
    const rows = await team.recorded(async () => {
      ({ id } = await create('Design', { priority: 'high', assigned_to: team.people.member.id }));
      await change(id, { name: 'Draft', due_date: '2026-02-28', estimate_hours: 2.5 });
      await team.as('member').delete(`/tasks/${id}`);
    });
    const task = { entity_type: 'task', entity_id: id, project_id: team.website.id };
    expect(rows).toEqual([
      expect.objectContaining({
        ...task,
        action: 'created',
        entity_name: 'Design',
        description: 'Created task "Design" in project "Website"',
        extra_data: { project_id: team.website.id, priority: 'high' },
        changes: [],
      }),
      expect.objectContaining({
        ...task,
        action: 'updated',
        entity_name: 'Draft',
        description: 'Updated task "Draft"',
        extra_data: {},
        changes: [
          { field: 'name', from: 'Design', to: 'Draft' },
          { field: 'due_date', from: null, to: '2026-02-28' },
          { field: 'estimate_hours', from: null, to: 2.5 },
        ],
      }),
      expect.objectContaining({
        ...task,
        action: 'deleted',
        entity_name: 'Draft',
        description: 'Deleted task "Draft"',
        extra_data: { project_id: team.website.id },
      }),
    ]);
  });

  it.each([
    ['todo', 'in_progress', 'status_changed', 'Changed task "T" status from todo to in_progress'],
    ['review', 'cancelled', 'status_changed', 'Changed task "T" status from review to cancelled'],
    ['done', 'cancelled', 'status_changed', 'Changed task "T" status from done to cancelled'],
    ['in_progress', 'done', 'completed', 'Completed task "T"'],
    ['cancelled', 'done', 'completed', 'Completed task "T"'],
    ['done', 'todo', 'reopened', 'Reopened task "T"'],
    ['cancelled', 'review', 'reopened', 'Reopened task "T"'],
  ])('goes from %s to %s as %s', async (from, to, action, description) => {
    const { id } = await create('T', { status: from });
    const rows = await team.recorded(() => change(id, { status: to }));
    expect(rows).toEqual([
      expect.objectContaining({
        action,
        description,
        extra_data: { old_status: from, new_status: to },
        changes: [{ field: 'status', from, to }],
      }),
    ]);
  });

  it('is assigned and unassigned', async () => {
    const { lead, member } = team.people;
    const { id } = await create('Hand over');
    const told = await team.told(async () => {
      await change(id, { assigned_to: lead.id });
      await change(id, { assigned_to: member.id });
      await change(id, { assigned_to: null });
    });
    const to = (person: { id: number; displayName: string }) => ({
      assigned_to: person.id,
      assigned_to_name: person.displayName,
    });
    expect(told).toEqual([
      ['assigned', 'Assigned task "Hand over" to Lead Person', to(lead)],
      ['assigned', 'Assigned task "Hand over" to Member Person', to(member)],
      ['unassigned', 'Unassigned task "Hand over"', to(member)],
    ]);
  });

  it('tells one update that did three things as three, each with its own changes', async () => {
    const { lead } = team.people;
    const { id } = await create('Busy');
    const rows = await team.recorded(() =>
      change(id, { name: 'Busier', priority: 'urgent', assigned_to: lead.id, status: 'done' }),
    );
    expect(rows.map(({ action, changes }) => [action, changes.map(({ field }) => field)])).toEqual([
      ['updated', ['name', 'priority']],
      ['completed', ['status']],
      ['assigned', ['assigned_to']],
    ]);
    expect(rows[1]?.description).toBe('Completed task "Busier"');
  });

  it('writes nothing when nothing changes', async () => {
    const task = await create('Same', { due_date: '2026-03-01', estimate_hours: 1.25 });
    const rows = await team.recorded(async () => {
      const { name, status, priority, due_date, estimate_hours, assigned_to } = task;
      const same = { name, status, priority, due_date, estimate_hours, assigned_to };
      expect((await change(task.id, same)).status).toBe(200);
      expect((await change(task.id, {})).status).toBe(200);
    });
    expect(rows).toEqual([]);
  });

  it('records one completion when many complete it at the same moment', async () => {
    const { id } = await create('Race');
    const rows = await team.recorded(() =>
      Promise.all(Array.from({ length: 10 }, () => change(id, { status: 'done' }))),
    );
    expect(rows.map(({ action }) => action)).toEqual(['completed']);
  });
});

describe('rules', () => {
  it('answers with the task as it is', async () => {
    const { member } = team.people;
    const task = await create('Whole', { assigned_to: member.id, description: 'a\nb' });
    expect(task).toEqual({
      id: expect.any(Number),
      name: 'Whole',
      description: 'a\nb',
      project_id: team.website.id,
      project_name: 'Website',
      project_color: '#2f7ed8',
      status: 'todo',
      priority: 'medium',
      assigned_to: member.id,
      assigned_to_name: 'Member Person',
      due_date: null,
      estimate_hours: null,
      tracked_hours: 0,
      can_edit: true,
      can_delete: true,
      created_at: expect.stringMatching(/Z$/),
    });
    expect((await team.as('lead').get(`/tasks/${task.id}`)).body).toEqual(task);
    const read = await team.as('auditor').get<TaskView>(`/tasks/${task.id}`);
    expect(read.body).toEqual({ ...task, can_edit: false, can_delete: false });
  });

  it('is given to people of the project and administrators only', async () => {
    const { id } = await create('Mine');
    const { admin, auditor, outsider } = team.people;
    const rows = await team.recorded(async () => {
      for (const assigned_to of [outsider.id, auditor.id, 999_999]) {
        const refused = await change(id, { assigned_to });
        expect(refused.status).toBe(400);
        expect(refused.body).toMatchObject({ errors: [{ pointer: '/assigned_to' }] });
      }
      expect((await change(id, { assigned_to: admin.id })).status).toBe(200);
    });
    expect(rows.map(({ action }) => action)).toEqual(['assigned']);
  });

  it('stays with who was deactivated, and is given to nobody else like them', async () => {
    const leaver = await team.api.people.make('leaver');
    const members = `/projects/${team.website.id}/members`;
    await team.as('lead').post(members, { user_id: leaver.id, role: 'member' });
    const { id } = await create('Half done', { assigned_to: leaver.id });
    const other = await create('Not begun');
    await team.as('admin').patch(`/users/${leaver.id}`, { is_active: false });
    const kept = await change(id, { name: 'Nearly done', assigned_to: leaver.id });
    expect(kept.body).toMatchObject({ name: 'Nearly done', assigned_to_name: 'Leaver Person' });
    expect((await change(other.id, { assigned_to: leaver.id })).status).toBe(400);
    await change(id, { assigned_to: null });
    expect((await change(id, { assigned_to: leaver.id })).status).toBe(400);
  });

  it('can still be changed after its assignee has left the project', async () => {
    const { outsider } = team.people;
    const members = `/projects/${team.website.id}/members`;
    await team.as('lead').post(members, { user_id: outsider.id, role: 'member' });
    const { id } = await create('Left behind', { assigned_to: outsider.id });
    await team.as('lead').delete(`${members}/${outsider.id}`);
    const same = await change(id, { name: 'Taken up', assigned_to: outsider.id });
    expect(same.status).toBe(200);
  });

  it('is deleted by who made it, leads and administrators', async () => {
    const made = (name: 'lead' | 'member' | 'admin') =>
      team.as(name).post<TaskView>('/tasks', { name: 'D', project_id: team.website.id });
    const byLead = (await made('lead')).body;
    expect((await team.as('member').get<TaskView>(`/tasks/${byLead.id}`)).body.can_delete).toBe(
      false,
    );
    expect((await team.as('member').delete(`/tasks/${byLead.id}`)).status).toBe(403);
    expect((await team.as('outsider').delete(`/tasks/${byLead.id}`)).status).toBe(404);
    expect((await team.as('admin').delete(`/tasks/${byLead.id}`)).status).toBe(204);
    expect((await team.as('lead').delete(`/tasks/${(await made('member')).body.id}`)).status).toBe(
      204,
    );
    expect(
      (await team.as('member').delete(`/tasks/${(await made('member')).body.id}`)).status,
    ).toBe(204);
  });

  it('stays while time is tracked on it', async () => {
    const { id } = await create('Tracked');
    const project_id = team.website.id;
    await team.as('member').post('/timers/start', { project_id, task_id: id });
    await team.as('member').post('/timers/stop');
    const rows = await team.recorded(async () => {
      const { status, body } = await team.as('member').delete(`/tasks/${id}`);
      expect([status, body.type]).toEqual([409, '/problems/in-use']);
      expect(body.detail).toBe('"Tracked" has time entries. Cancel it instead');
    });
    expect(rows).toEqual([]);
  });

  it('does not change while its project is archived', async () => {
    const old = await team.api.people.project('Old', [[team.people.lead, 'lead']]);
    const { body } = await team
      .as('lead')
      .post<TaskView>('/tasks', { name: 'Kept', project_id: old.id });
    await team.as('lead').post(`/projects/${old.id}/archive`, {});
    const rows = await team.recorded(async () => {
      const refused = [
        await team.as('lead').post('/tasks', { name: 'New', project_id: old.id }),
        await team.as('lead').patch(`/tasks/${body.id}`, { status: 'done' }),
        await team.as('lead').delete(`/tasks/${body.id}`),
      ];
      expect(refused.map(({ status }) => status)).toEqual([409, 409, 409]);
      expect(refused[1]?.body.type).toBe('/problems/archived');
    });
    expect(rows).toEqual([]);
    const shown = await team.as('lead').get<TaskView>(`/tasks/${body.id}`);
    expect(shown.body).toMatchObject({ can_edit: false, can_delete: false });
  });

  it('never changes in a project that is archived at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const old = await team.api.people.project(`Round ${round}`, [[team.people.lead, 'lead']]);
      const body = { name: 'Late', project_id: old.id };
      const rows = await team.recorded(() =>
        Promise.all([
          team.as('lead').post('/tasks', body),
          team.as('lead').post(`/projects/${old.id}/archive`, {}),
          team.as('lead').post('/tasks', body),
        ]),
      );
      const actions = rows.map(({ action }) => action);
      expect(actions.slice(actions.indexOf('archived') + 1)).toEqual([]);
    }
  });
});

describe('lists', () => {
  it('filters and sorts by what words mean', async () => {
    const project = await team.api.people.project('Listed', [[team.people.member, 'member']]);
    const add = (name: string, more: object) =>
      team.as('member').post('/tasks', { name, project_id: project.id, ...more });
    await add('b', { priority: 'urgent', status: 'review', due_date: '2026-03-02' });
    await add('A', { priority: 'low', status: 'todo', due_date: '2026-03-01' });
    await add('c', { priority: 'high', status: 'done', assigned_to: team.people.member.id });
    const names = async (query: string) =>
      (
        await team.as('member').get<TaskPage>(`/tasks?project_id=${project.id}&${query}`)
      ).body.tasks.map(({ name }) => name);
    expect(await names('')).toEqual(['c', 'A', 'b']);
    expect(await names('sort=name')).toEqual(['A', 'b', 'c']);
    expect(await names('sort=priority')).toEqual(['A', 'c', 'b']);
    expect(await names('sort=-status')).toEqual(['c', 'b', 'A']);
    expect(await names('sort=due_date')).toEqual(['A', 'b', 'c']);
    expect(await names('sort=-due_date')).toEqual(['b', 'A', 'c']);
    expect(await names('status=todo,review&sort=name')).toEqual(['A', 'b']);
    expect(await names('priority=high')).toEqual(['c']);
    expect(await names(`assigned_to=${team.people.member.id}`)).toEqual(['c']);
    expect(await names('due_from=2026-03-02')).toEqual(['b']);
    expect(await names('due_to=2026-03-01')).toEqual(['A']);
    expect(await names('q=B')).toEqual(['b']);
  });

  it('shows the tasks of visible projects only', async () => {
    const hidden = await team.api.people.project('Hidden', [[team.people.lead, 'lead']]);
    const { body } = await team
      .as('lead')
      .post<TaskView>('/tasks', { name: 'Secret', project_id: hidden.id });
    const query = `/tasks?project_id=${hidden.id}`;
    expect((await team.as('member').get<TaskPage>(query)).body).toMatchObject({ total: 0 });
    expect((await team.as('auditor').get<TaskPage>(query)).body).toMatchObject({ total: 1 });
    const [foreign, absent] = [
      await team.as('member').get(`/tasks/${body.id}`),
      await team.as('member').get('/tasks/999999'),
    ];
    expect([foreign.status, foreign.body.detail]).toEqual([absent.status, absent.body.detail]);
    const patched = await team.as('member').patch(`/tasks/${body.id}`, { name: 'x' });
    expect([patched.status, patched.body.detail]).toEqual([404, absent.body.detail]);
  });

  it('counts the time of a task by the hour', async () => {
    const { id } = await create('Timed');
    await team.as('member').post('/time-entries', {
      project_id: team.website.id,
      task_id: id,
      started_at: '2026-01-15T09:00:00Z',
      ended_at: '2026-01-15T09:50:00Z',
    });
    const { body } = await team.as('lead').get<TaskView>(`/tasks/${id}`);
    expect(body.tracked_hours).toBe(0.83);
  });
});

it('keeps a project’s tasks with the project in the database itself', async () => {
  const other: ProjectView = await team.api.people.project('Elsewhere', [
    [team.people.member, 'member'],
  ]);
  const { id } = await create('Here');
  await expect(
    team.api.sql(
      `INSERT INTO time_entry (user_id, project_id, task_id, source, started_at)
       VALUES ($1, $2, $3, 'timer', now())`,
      [team.people.member.id, other.id, id],
    ),
  ).rejects.toThrow('time_entry_task_id_project_id_fkey');
});

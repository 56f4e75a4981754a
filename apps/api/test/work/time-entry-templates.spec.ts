import type {
  TaskView,
  TimeEntryTemplatePage,
  TimeEntryTemplateView,
  TimeEntryView,
} from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;
let task: TaskView;

beforeAll(async () => {
  team = await WorkTeam.start();
  const body = { name: 'Stand-up', project_id: team.website.id };
  task = (await team.as('member').post<TaskView>('/tasks', body)).body;
});
afterAll(() => team.stop());

const PATH = '/time-entry-templates';
const keep = async (name: string, more: object = {}, as: 'member' | 'lead' = 'member') =>
  (
    await team
      .as(as)
      .post<TimeEntryTemplateView>(PATH, { name, project_id: team.website.id, ...more })
  ).body;

it('is in the trail from its first day to its last, with its old name when it is renamed', async () => {
  let template!: TimeEntryTemplateView;
  const rows = await team.recorded(async () => {
    template = await keep('Daily', { task_id: task.id, note: 'Stand-up', billable: false });
    await team.as('member').patch(`${PATH}/${template.id}`, { name: 'Daily stand-up' });
    await team.as('member').patch(`${PATH}/${template.id}`, { note: 'Round of words' });
    await team.as('member').delete(`${PATH}/${template.id}`);
  });
  const common = { entity_type: 'time_entry_template', entity_id: template.id, project_id: null };
  expect(rows).toEqual([
    expect.objectContaining({
      ...common,
      action: 'created',
      entity_name: 'Daily',
      description: 'Created time entry template "Daily"',
      extra_data: {},
    }),
    expect.objectContaining({
      ...common,
      action: 'updated',
      entity_name: 'Daily stand-up',
      description: 'Updated time entry template "Daily stand-up"',
      extra_data: { old_name: 'Daily' },
      changes: [{ field: 'name', from: 'Daily', to: 'Daily stand-up' }],
    }),
    expect.objectContaining({
      ...common,
      action: 'updated',
      extra_data: {},
      changes: [{ field: 'note', from: 'Stand-up', to: 'Round of words' }],
    }),
    expect.objectContaining({
      ...common,
      action: 'deleted',
      description: 'Deleted time entry template "Daily stand-up"',
      extra_data: {},
    }),
  ]);
});

it('starts a timer that the trail tells of like any other', async () => {
  const { id } = await keep('To start', { task_id: task.id, note: 'Stand-up', billable: false });
  let started!: { status: number; body: TimeEntryView };
  const told = await team.told(async () => {
    started = await team.as('member').post<TimeEntryView>(`${PATH}/${id}/start`);
  });
  expect(told).toEqual([
    [
      'started',
      'Started timer for Website - Stand-up',
      { project_id: team.website.id, client_id: expect.any(Number), task_id: task.id },
    ],
  ]);
  expect([started.status, started.body]).toEqual([
    201,
    expect.objectContaining({
      project_id: team.website.id,
      task_id: task.id,
      note: 'Stand-up',
      billable: false,
      source: 'timer',
      ended_at: null,
    }),
  ]);
  const again = await team.recorded(async () => {
    const { status, body } = await team.as('member').post(`${PATH}/${id}/start`);
    expect([status, body.running_entry_id]).toEqual([409, started.body.id]);
  });
  expect(again).toEqual([]);
  await team.as('member').post('/timers/stop');
});

it('writes nothing when nothing changes', async () => {
  const { id, name } = await keep('Quiet', { task_id: task.id });
  const rows = await team.recorded(async () => {
    const same = { name, project_id: team.website.id, task_id: task.id, note: '', billable: true };
    expect((await team.as('member').patch(`${PATH}/${id}`, same)).status).toBe(200);
    expect((await team.as('member').patch(`${PATH}/${id}`, {})).status).toBe(200);
  });
  expect(rows).toEqual([]);
});

it("is its owner's alone", async () => {
  const { id } = await keep('Private');
  const rows = await team.recorded(async () => {
    for (const who of ['lead', 'admin'] as const) {
      const { get, patch, post } = team.as(who);
      expect((await get(`${PATH}/${id}`)).status).toBe(404);
      expect((await patch(`${PATH}/${id}`, { name: 'Mine now' })).status).toBe(404);
      expect((await post(`${PATH}/${id}/start`)).status).toBe(404);
      expect((await team.as(who).delete(`${PATH}/${id}`)).status).toBe(404);
      const { body } = await get<TimeEntryTemplatePage>(PATH);
      expect(body.time_entry_templates.map((one) => one.id)).not.toContain(id);
    }
  });
  expect(rows).toEqual([]);
  const seen = await team.as('lead').feed(`?entity_type=time_entry_template&entity_id=${id}`);
  expect(seen).toEqual([]);
});

it('has a name of its own among the own ones, whatever the letter case', async () => {
  await keep('Review');
  const { id } = await keep('Other');
  for (const answer of [
    await team.as('member').post(PATH, { name: 'REVIEW', project_id: team.website.id }),
    await team.as('member').patch(`${PATH}/${id}`, { name: 'review' }),
  ]) {
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([409, '/name']);
  }
  expect((await keep('Review', {}, 'lead')).name).toBe('Review');
});

it('refuses projects one is not in, archived ones, and tasks of other projects', async () => {
  const foreign = await team.api.people.project('Foreign', [[team.people.lead, 'lead']]);
  const archived = await team.api.people.project('Archived', [[team.people.member, 'lead']]);
  await team.as('member').post(`/projects/${archived.id}/archive`, {});
  const status = async (body: object) =>
    (await team.as('member').post(PATH, { name: 'Refused', ...body })).status;
  expect(await status({ project_id: foreign.id })).toBe(404);
  expect(await status({ project_id: archived.id })).toBe(409);
  const own = await team.api.people.project('Own', [[team.people.member, 'lead']]);
  expect(await status({ project_id: own.id, task_id: task.id })).toBe(400);
});

it('leaves its task behind when it goes to another project, or when the task is deleted', async () => {
  const own = await team.api.people.project('Moved to', [[team.people.member, 'lead']]);
  const moving = await keep('Moving', { task_id: task.id });
  const moved = await team
    .as('member')
    .patch<TimeEntryTemplateView>(`${PATH}/${moving.id}`, { project_id: own.id });
  expect(moved.body).toMatchObject({ project_id: own.id, task_id: null });

  const body = { name: 'Short', project_id: team.website.id };
  const short = (await team.as('member').post<TaskView>('/tasks', body)).body;
  const { id } = await keep('For a while', { task_id: short.id });
  const rows = await team.recorded(async () => {
    expect((await team.as('member').delete(`/tasks/${short.id}`)).status).toBe(204);
  });
  expect(rows.map(({ description }) => description)).toEqual([
    'Updated time entry template "For a while"',
    'Deleted task "Short"',
  ]);
  expect(rows[0]?.changes).toEqual([{ field: 'task_id', from: short.id, to: null }]);
  const left = await team.as('member').get<TimeEntryTemplateView>(`${PATH}/${id}`);
  expect(left.body.task_id).toBeNull();
});

it('says nothing more of a project that its owner has left, and goes with a project', async () => {
  const project = await team.api.people.project('Leaving', [[team.people.member, 'member']]);
  const { id } = await keep('Left', { project_id: project.id });
  await team.as('admin').delete(`/projects/${project.id}/members/${team.people.member.id}`);
  await team.as('admin').patch(`/projects/${project.id}`, { name: 'New secret name' });
  const { body, text } = await team.as('member').get<TimeEntryTemplateView>(`${PATH}/${id}`);
  expect(body).toMatchObject({ project_name: null, client_name: null, can_start: false });
  expect(text).not.toContain('secret');
  expect((await team.as('member').post(`${PATH}/${id}/start`)).status).toBe(404);
  const told = await team.told(async () => {
    expect((await team.as('admin').delete(`/projects/${project.id}`)).status).toBe(204);
  });
  expect(told.map(([, description]) => description)).toEqual([
    'Deleted time entry template "Left"',
    'Deleted project "New secret name"',
  ]);
  expect((await team.as('member').get(`${PATH}/${id}`)).status).toBe(404);
});

it('lists the own ones by name, and says which can be started', async () => {
  const lead = team.as('lead');
  await keep('Beta', {}, 'lead');
  await keep('alpha', { task_id: task.id }, 'lead');
  const closed = await team.api.people.project('Closed', [[team.people.lead, 'lead']]);
  await keep('Zeta', { project_id: closed.id }, 'lead');
  await lead.patch(`/projects/${closed.id}`, { status: 'completed' });
  const { body } = await lead.get<TimeEntryTemplatePage>(`${PATH}?q=eta`);
  expect(body.time_entry_templates.map(({ name, can_start }) => [name, can_start])).toEqual([
    ['Beta', true],
    ['Zeta', false],
  ]);
  const [first] = (await lead.get<TimeEntryTemplatePage>(PATH)).body.time_entry_templates;
  expect(first).toMatchObject({
    name: 'alpha',
    project_name: 'Website',
    client_name: 'Website client',
    task_name: 'Stand-up',
  });
});

it.each([
  [{ name: '' }],
  [{ name: 'x'.repeat(256) }],
  [{ name: 'x', project_id: '1' }],
  [{ name: 'x', billable: 'yes' }],
  [{ name: 'x', user_id: 1 }],
  [{ name: 'x', note: 'x'.repeat(2_001) }],
])('refuses %j', async (body) => {
  const answer = await team.as('member').post(PATH, { project_id: team.website.id, ...body });
  expect(answer.status).toBe(400);
});

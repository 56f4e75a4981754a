import type { BulkAnswer, Problem, ProjectView, TaskView } from '@tidemark/contracts';
import { BulkTeam } from './bulk-team';

let team: BulkTeam;

beforeAll(async () => {
  team = await BulkTeam.start();
});
afterAll(() => team.stop());

const change = (ids: number[], more: object) =>
  team.work.as('member').patch<BulkAnswer>('/tasks', { ids, ...more });
const task = async (id: number) =>
  (await team.work.as('member').get<TaskView>(`/tasks/${id}`)).body;

describe('many tasks', () => {
  it('get a status and an assignee, with an activity for each of both', async () => {
    const ids = await team.tasks(2);
    const { member } = team.work.people;
    const rows = await team.batchOf(() => change(ids, { status: 'done', assigned_to: member.id }));

    expect(rows.map(({ action, entity_id }) => [action, entity_id])).toEqual(
      ids.flatMap((id) => [
        ['completed', id],
        ['assigned', id],
      ]),
    );
    // The size counts things: one task has two activities here.
    expect(rows.map(({ extra_data }) => extra_data['batch_size'])).toEqual([2, 2, 2, 2]);
    expect(rows[0]?.extra_data).toMatchObject({ old_status: 'todo', new_status: 'done' });
    expect(rows[1]?.description).toBe('Assigned task "Task 1" to Member Person');
    expect(await task(ids[1] ?? 0)).toMatchObject({ status: 'done', assigned_to: member.id });
  });

  it('are given to nobody', async () => {
    const ids = await team.tasks(2, { assigned_to: team.work.people.member.id });
    const rows = await team.batchOf(() => change(ids, { assigned_to: null }));

    expect(rows.map(({ action }) => action)).toEqual(['unassigned', 'unassigned']);
  });

  it('write nothing where the status is that already', async () => {
    const [open = 0] = await team.tasks(1);
    const [done = 0] = await team.tasks(1, { status: 'done' });
    const rows = await team.batchOf(() => change([done, open], { status: 'done' }));

    expect(rows.map(({ entity_id, extra_data }) => [entity_id, extra_data['batch_size']])).toEqual([
      [open, 1],
    ]);
  });

  it('stay as they are when one of them is not there, or the person is not in the project', async () => {
    const ids = await team.tasks(2);
    const rows = await team.work.recorded(async () => {
      const { outsider } = team.work.people;
      const gone = await change([...ids, 999_999], { status: 'done' });
      expect([gone.status, (gone.body as unknown as Problem).errors]).toEqual([
        404,
        [{ pointer: '/ids/2', code: 'not-found', message: 'There is no such task' }],
      ]);
      const stranger = await change(ids, { assigned_to: outsider.id });
      expect([stranger.status, (stranger.body as unknown as Problem).detail]).toEqual([
        400,
        '2 of 2 tasks cannot be changed: This person is not in the project',
      ]);
    });

    expect(rows).toEqual([]);
    expect(await task(ids[0] ?? 0)).toMatchObject({ status: 'todo', assigned_to: null });
  });

  it.each([
    ['nothing to change', { ids: [1] }],
    ['a name', { ids: [1], name: 'All the same' }],
    ['an unknown status', { ids: [1], status: 'finished' }],
    ['501', { ids: Array.from({ length: 501 }, (_, at) => at + 1), status: 'done' }],
  ])('are not asked for with %s', async (_what, body) => {
    expect((await team.work.as('admin').patch('/tasks', body)).status).toBe(400);
  });
});

describe('many projects', () => {
  const project = (name: string, leads = true) =>
    team.work.api.people.project(name, [
      [team.work.people.lead, 'lead'],
      [team.work.people.member, leads ? 'member' : 'lead'],
    ]);
  const archive = (ids: number[], reason?: string, who: 'lead' | 'member' = 'lead') =>
    team.work.as(who).post<BulkAnswer>('/projects/archive', { ids, reason });

  it('are archived for one reason, those that are already left out', async () => {
    const [one, two, three] = [await project('One'), await project('Two'), await project('Three')];
    await archive([two.id]);
    const rows = await team.batchOf(() => archive([three.id, two.id, one.id], 'Season over'));

    expect(rows.map(({ description }) => description)).toEqual([
      'Archived project "One": Season over',
      'Archived project "Three": Season over',
    ]);
    expect(rows[0]?.extra_data).toEqual({
      reason: 'Season over',
      batch_id: rows[0]?.batch_id,
      batch_size: 2,
    });
    const { body } = await team.work.as('lead').get<ProjectView>(`/projects/${three.id}`);
    expect(body).toMatchObject({ status: 'archived', archived_reason: 'Season over' });
  });

  it('stay open when one is not led', async () => {
    const [led, joined] = [await project('Led', false), await project('Joined')];
    const { status, body } = await archive([led.id, joined.id], undefined, 'member');

    expect([status, (body as unknown as Problem).errors]).toEqual([
      403,
      [expect.objectContaining({ pointer: '/ids/1', code: 'forbidden' })],
    ]);
    const still = await team.work.as('lead').get<ProjectView>(`/projects/${led.id}`);
    expect(still.body.status).toBe('active');
  });
});

import type { ClientView, ProjectPage, ProjectView, TaskView } from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;
let acme: ClientView;

beforeAll(async () => {
  team = await WorkTeam.start();
  acme = (await team.as('admin').post<ClientView>('/clients', { name: 'Acme' })).body;
});
afterAll(() => team.stop());

const create = async (name: string, more: object = {}) =>
  (await team.as('admin').post<ProjectView>('/projects', { name, client_id: acme.id, ...more }))
    .body;
const of = (id: number) => `/projects/${id}`;

describe('in the feed', () => {
  it('is created, updated and deleted', async () => {
    let id = 0;
    const rows = await team.recorded(async () => {
      ({ id } = await create('Shop', { hourly_rate: '85', color: '#0F9D8A' }));
      await team
        .as('admin')
        .patch(of(id), { name: 'Web shop', budget_hours: 120.5, status: 'on_hold' });
      await team.as('admin').delete(of(id));
    });
    expect(rows).toEqual([
      expect.objectContaining({
        action: 'created',
        entity_type: 'project',
        entity_id: id,
        entity_name: 'Shop',
        project_id: id,
        description: 'Created project "Shop" for Acme',
        extra_data: { client_id: acme.id },
        changes: [],
      }),
      expect.objectContaining({
        action: 'updated',
        description: 'Updated project "Web shop"',
        extra_data: {},
        changes: [
          { field: 'name', from: 'Shop', to: 'Web shop' },
          { field: 'budget_hours', from: null, to: 120.5 },
          { field: 'status', from: 'active', to: 'on_hold' },
        ],
      }),
      expect.objectContaining({
        action: 'deleted',
        entity_id: id,
        entity_name: 'Web shop',
        project_id: id,
        description: 'Deleted project "Web shop"',
        extra_data: { client_id: acme.id },
      }),
    ]);
  });

  it('is archived and unarchived, with the reason when one is given', async () => {
    const { id } = await create('Old');
    const rows = await team.recorded(async () => {
      await team.as('admin').post(of(id) + '/archive', { reason: 'Client left' });
      await team.as('admin').post(of(id) + '/unarchive', { reason: 'Client is back' });
      await team.as('admin').post(of(id) + '/archive');
      await team.as('admin').post(of(id) + '/unarchive', {});
    });
    expect(
      rows.map(({ action, description, extra_data }) => [action, description, extra_data]),
    ).toEqual([
      ['archived', 'Archived project "Old": Client left', { reason: 'Client left' }],
      ['unarchived', 'Unarchived project "Old": Client is back', { reason: 'Client is back' }],
      ['archived', 'Archived project "Old"', { reason: null }],
      ['unarchived', 'Unarchived project "Old"', { reason: null }],
    ]);
    expect(rows[0]?.changes).toEqual([
      { field: 'status', from: 'active', to: 'archived' },
      { field: 'archived_reason', from: null, to: 'Client left' },
    ]);
  });

  it('is a favorite once, however often and however many at once ask', async () => {
    const { id } = await create('Loved');
    const favorite = () => team.as('admin').put(of(id) + '/favorite', {});
    const told = await team.told(async () => {
      expect((await favorite()).status).toBe(204);
      await Promise.all([favorite(), favorite(), favorite()]);
      expect((await team.as('admin').get<ProjectView>(of(id))).body.is_favorite).toBe(true);
      await team.as('admin').delete(of(id) + '/favorite');
      await Promise.all([favorite(), favorite(), favorite(), favorite()]);
      const removals = [1, 2, 3].map(() => team.as('admin').delete(of(id) + '/favorite'));
      expect((await Promise.all(removals)).map(({ status }) => status)).toEqual([204, 204, 204]);
    });
    expect(told).toEqual([
      ['favorited', 'Added project "Loved" to favorites', {}],
      ['unfavorited', 'Removed project "Loved" from favorites', {}],
      ['favorited', 'Added project "Loved" to favorites', {}],
      ['unfavorited', 'Removed project "Loved" from favorites', {}],
    ]);
  });

  it('begins with its lead when a member makes it', async () => {
    let project: ProjectView | undefined;
    const rows = await team.recorded(async () => {
      const body = { name: 'App', client_id: acme.id };
      project = (await team.as('lead').post<ProjectView>('/projects', body)).body;
    });
    expect(project).toMatchObject({ my_role: 'lead', can_manage: true, member_count: 1 });
    expect(
      rows.map(({ action, description, extra_data }) => [action, description, extra_data]),
    ).toEqual([
      ['created', 'Created project "App" for Acme', { client_id: acme.id }],
      [
        'updated',
        'Added Lead Person to project "App"',
        { member_id: team.people.lead.id, member_name: 'Lead Person', role: 'lead' },
      ],
    ]);
    expect(rows[0]?.batch_id).toEqual(expect.any(String));
    expect(rows[1]?.batch_id).toBe(rows[0]?.batch_id);
  });

  it('takes its tasks, members and favorites with it, one row for each task', async () => {
    const { id } = await create('Doomed');
    await team
      .as('admin')
      .post(of(id) + '/members', { user_id: team.people.member.id, role: 'member' });
    await team.as('member').put(of(id) + '/favorite', {});
    for (const name of ['One', 'Two']) {
      await team.as('member').post<TaskView>('/tasks', { name, project_id: id });
    }
    const rows = await team.recorded(async () => {
      expect((await team.as('admin').delete(of(id))).status).toBe(204);
    });
    expect(
      rows.map(({ action, description, extra_data }) => [action, description, extra_data]),
    ).toEqual([
      ['deleted', 'Deleted task "One"', { project_id: id }],
      ['deleted', 'Deleted task "Two"', { project_id: id }],
      ['deleted', 'Deleted project "Doomed"', { client_id: acme.id }],
    ]);
    const batches = new Set(rows.map(({ batch_id }) => batch_id));
    expect([batches.size, batches.has(null)]).toEqual([1, false]);
    expect((await team.as('member').get(of(id))).status).toBe(404);
  });

  it('writes nothing when nothing changes', async () => {
    const { id, name, color } = await create('Still', { hourly_rate: '85.50', budget_hours: 10 });
    const rows = await team.recorded(async () => {
      const same = { name, color, hourly_rate: '85.5', budget_hours: 10, client_id: acme.id };
      expect((await team.as('admin').patch(of(id), same)).status).toBe(200);
      expect((await team.as('admin').patch(of(id), {})).status).toBe(200);
      expect((await team.as('admin').post(of(id) + '/unarchive')).status).toBe(200);
      await team.as('admin').post(of(id) + '/archive', { reason: 'Done' });
      await team.as('admin').post(of(id) + '/archive', { reason: 'Again' });
    });
    expect(rows.map(({ action }) => action)).toEqual(['archived']);
    const { body } = await team.as('admin').get<ProjectView>(of(id));
    expect(body.archived_reason).toBe('Done');
  });
});

describe('rules', () => {
  it('keeps what a client, a rate and a budget are, to the cent', async () => {
    const shown = await create('Exact', {
      hourly_rate: '0.1',
      budget_hours: 0.25,
      description: 'x',
    });
    expect(shown).toEqual({
      id: expect.any(Number),
      name: 'Exact',
      description: 'x',
      client_id: acme.id,
      client_name: 'Acme',
      color: expect.stringMatching(/^#[\da-f]{6}$/),
      hourly_rate: '0.10',
      budget_hours: 0.25,
      tracked_hours: 0,
      open_task_count: 0,
      member_count: 0,
      status: 'active',
      archived_reason: null,
      is_favorite: false,
      my_role: null,
      can_manage: true,
      created_at: expect.stringMatching(/Z$/),
    });
    const cleared = { hourly_rate: null, budget_hours: null };
    const { body } = await team.as('admin').patch<ProjectView>(of(shown.id), cleared);
    expect(body).toEqual({ ...shown, ...cleared });
  });

  it('shows the rate to those who manage or review, and to nobody else', async () => {
    const url = of(team.website.id);
    await team.as('lead').patch(url, { hourly_rate: '99.00' });
    for (const name of ['admin', 'auditor', 'lead'] as const) {
      expect((await team.as(name).get<ProjectView>(url)).body.hourly_rate).toBe('99.00');
    }
    const answers = [await team.as('member').get(url), await team.as('member').get('/projects')];
    for (const { text } of answers) expect(text).not.toContain('hourly_rate');
  });

  it('is archived and unarchived by its own routes alone, and unchanged in between', async () => {
    const { id } = await create('Frozen');
    const archive = await team.as('admin').patch(of(id), { status: 'archived' });
    expect(archive.status).toBe(400);
    await team.as('admin').post(of(id) + '/archive', {});
    const rows = await team.recorded(async () => {
      for (const body of [{ name: 'Thawed' }, { status: 'active' }]) {
        const refused = await team.as('admin').patch(of(id), body);
        expect([refused.status, refused.body.type]).toEqual([409, '/problems/archived']);
      }
    });
    expect(rows).toEqual([]);
    const back = await team.as('admin').post<ProjectView>(of(id) + '/unarchive', {});
    expect(back.body.status).toBe('active');
  });

  it('stays while time is tracked on it, and says what to do instead', async () => {
    const { id } = await create('Tracked');
    await team.as('admin').post('/timers/start', { project_id: id });
    await team.as('admin').post('/timers/stop');
    const rows = await team.recorded(async () => {
      const { status, body } = await team.as('admin').delete(of(id));
      expect([status, body.type]).toEqual([409, '/problems/in-use']);
      expect(body.detail).toBe('"Tracked" has one time entry. Archive it instead');
    });
    expect(rows).toEqual([]);
  });

  it('needs a client that exists and is not archived', async () => {
    const unknown = await team.as('admin').post('/projects', { name: 'x', client_id: 999_999 });
    expect(unknown.status).toBe(400);
    expect(unknown.body.errors).toEqual([
      { pointer: '/client_id', code: 'unknown', message: 'There is no such client' },
    ]);
    const old = (await team.as('admin').post<ClientView>('/clients', { name: 'Gone' })).body;
    await team.as('admin').post(`/clients/${old.id}/archive`);
    const archived = await team.as('admin').post('/projects', { name: 'x', client_id: old.id });
    expect([archived.status, archived.body.type]).toEqual([409, '/problems/archived']);
  });

  it('counts finished time of everybody and open tasks', async () => {
    const { id } = await create('Counted');
    const entry = (user_id: number, started_at: string, ended_at: string) =>
      team.as('admin').post('/time-entries', { project_id: id, user_id, started_at, ended_at });
    await team
      .as('admin')
      .post(of(id) + '/members', { user_id: team.people.member.id, role: 'member' });
    await entry(team.people.member.id, '2026-01-15T09:00:00Z', '2026-01-15T10:30:00Z');
    await entry(team.people.admin.id, '2026-01-15T09:00:00Z', '2026-01-15T09:20:00Z');
    await team.as('admin').post('/timers/start', { project_id: id });
    for (const status of ['todo', 'review', 'done', 'cancelled']) {
      await team.as('admin').post('/tasks', { name: status, project_id: id, status });
    }
    const { body } = await team.as('member').get<ProjectView>(of(id));
    expect(body).toMatchObject({ tracked_hours: 1.83, open_task_count: 2, member_count: 1 });
    await team.as('admin').post('/timers/stop');
  });
});

describe('lists', () => {
  const list = async (name: 'admin' | 'member' | 'outsider', query: string) =>
    (await team.as(name).get<ProjectPage>(`/projects?${query}`)).body;

  it("shows a person's own projects, favorites first", async () => {
    for (const name of ['List c', 'List a', 'List b']) {
      const { id } = await create(name);
      await team
        .as('admin')
        .post(of(id) + '/members', { user_id: team.people.member.id, role: 'member' });
      if (name === 'List c') await team.as('member').put(of(id) + '/favorite', {});
    }
    const names = async (query: string) =>
      (await list('member', query)).projects.map(({ name }) => name);
    expect(await names('q=list')).toEqual(['List c', 'List a', 'List b']);
    expect(await names('q=list&sort=-favorite')).toEqual(['List a', 'List b', 'List c']);
    expect(await names('q=list&sort=-name')).toEqual(['List c', 'List b', 'List a']);
    expect(await names('q=list&is_favorite=false')).toEqual(['List a', 'List b']);
    expect((await list('outsider', '')).projects).toEqual([]);
    expect((await list('admin', 'q=list')).total).toBe(3);
  });

  it('filters by status, client and words of either', async () => {
    const other = (await team.as('admin').post<ClientView>('/clients', { name: 'Filter & Co' }))
      .body;
    const held = await create('F held', { client_id: other.id, status: 'on_hold' });
    const active = await create('F active', { client_id: other.id });
    const ids = async (query: string) =>
      (await list('admin', query)).projects.map(({ id }) => id).sort((a, b) => a - b);
    expect(await ids(`client_id=${other.id}`)).toEqual([held.id, active.id]);
    expect(await ids('q=filter%20%26')).toEqual([held.id, active.id]);
    expect(await ids(`client_id=${other.id}&status=on_hold`)).toEqual([held.id]);
    expect(await ids(`client_id=${other.id}&status=on_hold,active`)).toEqual([held.id, active.id]);
    expect(await ids(`client_id=${other.id}&status=all`)).toEqual([held.id, active.id]);
    expect(await ids(`client_id=${other.id}&status=archived`)).toEqual([]);
  });

  it('names those that are asked for by their ids, and none that the viewer is not in', async () => {
    const [one, other] = [await create('Named one'), await create('Named other')];
    await team
      .as('admin')
      .post(of(one.id) + '/members', { user_id: team.people.member.id, role: 'member' });
    const query = `id=${other.id},${one.id},${one.id},2147483647&sort=name`;
    const names = async (who: 'admin' | 'member') =>
      (await list(who, query)).projects.map(({ name }) => name);
    expect(await names('admin')).toEqual(['Named one', 'Named other']);
    expect(await names('member')).toEqual(['Named one']);
  });
});

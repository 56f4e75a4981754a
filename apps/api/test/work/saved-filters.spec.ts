import type { ActivityPage, SavedFilterPage, SavedFilterView } from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;

beforeAll(async () => (team = await WorkTeam.start()));
afterAll(() => team.stop());

const PATH = '/saved-filters';
const DELETIONS = { action: 'deleted', range: '30d' };
const keep = async (name: string, more: object = {}, as: 'member' | 'lead' | 'admin' = 'member') =>
  (await team.as(as).post<SavedFilterView>(PATH, { name, filter: DELETIONS, ...more })).body;
const names = async (as: 'member' | 'lead' | 'auditor' | 'outsider', query = '') =>
  (await team.as(as).get<SavedFilterPage>(`${PATH}${query}`)).body.saved_filters.map(
    ({ name }) => name,
  );

it('is in the trail from its first day to its last, with whom it is for', async () => {
  let saved!: SavedFilterView;
  const rows = await team.recorded(async () => {
    saved = await keep('Deletions');
    const change = (body: object) => team.as('member').patch(`${PATH}/${saved.id}`, body);
    await change({ name: 'All deletions' });
    await change({ scope: 'everybody' });
    await change({ filter: { action: 'deleted', entity_type: 'task,project' } });
    await change({ scope: 'oneself' });
    await team.as('member').delete(`${PATH}/${saved.id}`);
  });
  const common = { entity_type: 'saved_filter', entity_id: saved.id, project_id: null };
  expect(rows.map(({ action, description, changes }) => [action, description, changes])).toEqual([
    ['created', 'Created saved filter "Deletions" for oneself', []],
    [
      'updated',
      'Updated saved filter "All deletions" for oneself',
      [{ field: 'name', from: 'Deletions', to: 'All deletions' }],
    ],
    [
      'updated',
      'Updated saved filter "All deletions" for everybody',
      [{ field: 'scope', from: 'oneself', to: 'everybody' }],
    ],
    [
      'updated',
      'Updated saved filter "All deletions" for everybody',
      [
        {
          field: 'filter',
          from: DELETIONS,
          to: { action: 'deleted', entity_type: 'task,project' },
        },
      ],
    ],
    [
      'updated',
      'Updated saved filter "All deletions" for oneself',
      [{ field: 'scope', from: 'everybody', to: 'oneself' }],
    ],
    ['deleted', 'Deleted saved filter "All deletions" for oneself', []],
  ]);
  for (const row of rows) expect(row).toMatchObject({ ...common, extra_data: {} });
});

it('writes nothing when nothing changes', async () => {
  const { id, name } = await keep('Quiet', { filter: { range: '7d', action: 'deleted' } });
  const rows = await team.recorded(async () => {
    const { patch } = team.as('member');
    expect((await patch(`${PATH}/${id}`, {})).status).toBe(200);
    const same = { name, scope: 'oneself', filter: { action: 'deleted', range: '7d' } };
    expect((await patch(`${PATH}/${id}`, same)).status).toBe(200);
  });
  expect(rows).toEqual([]);
});

it("is for nobody else's eyes until it is shared, and again when it no longer is", async () => {
  const { id } = await keep('Mine first');
  expect(await names('lead')).not.toContain('Mine first');
  expect((await team.as('lead').get(`${PATH}/${id}`)).status).toBe(404);
  await team.as('member').patch(`${PATH}/${id}`, { scope: 'everybody' });
  expect(await names('lead')).toContain('Mine first');
  expect(await names('auditor', '?scope=everybody')).toContain('Mine first');
  const shared = await team.as('outsider').get<SavedFilterView>(`${PATH}/${id}`);
  expect(shared.body).toMatchObject({
    display_name: team.people.member.displayName,
    filter: DELETIONS,
    can_edit: false,
    can_delete: false,
  });
  await team.as('member').patch(`${PATH}/${id}`, { scope: 'oneself' });
  expect((await team.as('outsider').get(`${PATH}/${id}`)).status).toBe(404);
});

it('is changed by its owner alone, and deleted by administrators when everybody sees it', async () => {
  const own = await keep('Own', {}, 'lead');
  const shared = await keep('Shared', { scope: 'everybody' }, 'lead');
  const refused = await team.recorded(async () => {
    const { patch } = team.as('admin');
    expect((await patch(`${PATH}/${shared.id}`, { name: 'Taken' })).status).toBe(403);
    expect((await patch(`${PATH}/${own.id}`, { name: 'Taken' })).status).toBe(404);
    expect((await team.as('admin').delete(`${PATH}/${own.id}`)).status).toBe(404);
    expect((await team.as('member').delete(`${PATH}/${shared.id}`)).status).toBe(403);
    expect((await team.as('auditor').delete(`${PATH}/${shared.id}`)).status).toBe(403);
  });
  expect(refused).toEqual([]);
  const told = await team.told(async () => {
    expect((await team.as('admin').delete(`${PATH}/${shared.id}`)).status).toBe(204);
  });
  expect(told).toEqual([['deleted', 'Deleted saved filter "Shared" for everybody', {}]]);
});

it('finds for others what they may see, whoever saved it', async () => {
  const saved = await keep('Everything of the website', {
    scope: 'everybody',
    filter: { project_id: String(team.website.id) },
  });
  await team.as('member').post('/tasks', { name: 'Hidden work', project_id: team.website.id });
  const query = new URLSearchParams(saved.filter).toString();
  const seen = await team.as('lead').get<ActivityPage>(`/activities?${query}`);
  expect(seen.text).toContain('Hidden work');
  const hidden = await team.as('outsider').get(`/activities?${query}`);
  expect(hidden.status).toBe(404);
  expect(hidden.text).not.toContain('Hidden work');
});

it('says who can use it: nobody for what others did, or for a project they are not in', async () => {
  const everybody = { scope: 'everybody' };
  const { member, lead } = team.people;
  const filters = {
    member: { user_id: String(member.id) },
    lead: { user_id: String(lead.id), project_id: String(team.website.id) },
    project: { project_id: String(team.website.id) },
    all: { entity_type: 'task' },
  };
  const ids = new Map<string, number>();
  for (const [name, filter] of Object.entries(filters)) {
    ids.set(name, (await keep(`Use ${name}`, { ...everybody, filter })).id);
  }
  const usable = async (as: 'member' | 'lead' | 'auditor' | 'outsider') => {
    const { body } = await team.as(as).get<SavedFilterPage>(`${PATH}?limit=100`);
    const can = new Map(body.saved_filters.map(({ id, can_use }) => [id, can_use]));
    return [...ids].filter(([, id]) => can.get(id)).map(([name]) => name);
  };
  expect(await usable('member')).toEqual(['member', 'project', 'all']);
  expect(await usable('lead')).toEqual(['lead', 'project', 'all']);
  expect(await usable('auditor')).toEqual(['member', 'lead', 'project', 'all']);
  expect(await usable('outsider')).toEqual(['all']);
});

it('has a name of its own among the own ones, whatever the letter case', async () => {
  await keep('Late edits');
  const again = await team.as('member').post(PATH, { name: 'LATE edits', filter: DELETIONS });
  expect([again.status, again.body.errors?.[0]?.pointer]).toEqual([409, '/name']);
  expect((await keep('Late edits', {}, 'lead')).name).toBe('Late edits');
});

it.each([
  [{ entity_type: 'task,comment,saved_filter' }, 201],
  [{ q: 'Ähre 100%' }, 201],
  [{ start_date: '2026-01-15', end_date: '2026-02-01T00:00:00.000Z', user_id: '7' }, 201],
  [{ start_date: '2026-01-15', end_date: '2026-01-15' }, 201],
  [{ start_date: '2026-01-16', end_date: '2026-01-15' }, 400],
  [{ start_date: '2026-01-15T10:00:00.001Z', end_date: '2026-01-15T11:00:00+01:00' }, 400],
  [{}, 400],
  [[], 400],
  ['entity_type=task', 400],
  [null, 400],
  [{ entity_type: 'taks' }, 400],
  [{ entity_type: ['task'] }, 400],
  [{ action: 'deleted,' }, 400],
  [{ entity_type: 'task,task' }, 400],
  [{ user_id: 7 }, 400],
  [{ user_id: '0' }, 400],
  [{ project_id: '2147483648' }, 400],
  [{ start_date: '2026-02-30' }, 400],
  [{ range: 'toString' }, 400],
  [{ q: 'x'.repeat(201) }, 400],
  [{ q: '\u0000' }, 400],
  [{ q: '\ud800' }, 400],
  [{ javascript: 'alert(1)' }, 400],
  [JSON.parse('{"__proto__": "x"}'), 400],
])('takes a filter that the activity page takes, and no other: %j', async (filter, status) => {
  const name = `Filter ${Math.random()}`;
  const answer = await team.as('member').post<SavedFilterView>(PATH, { name, filter });
  expect(answer.status).toBe(status);
  if (status === 201) expect(answer.body.filter).toEqual(filter);
});

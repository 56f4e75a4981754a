import type { ActivityNeighbourhood, Problem } from '@tidemark/contracts';
import { type Person, SpecApi, type TrailRow, writeTrail } from '../support';

let api: SpecApi;
let team: Awaited<ReturnType<SpecApi['people']['team']>>;
let apollo: number;
let hermes: number;
/** Ids of the rows in the order of their times: each row of the trail by its name. */
let idOf: Record<string, number>;

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));
const HIDDEN = 'There is no such activity, or you may not see it';

beforeAll(async () => {
  api = await SpecApi.start();
  team = await api.people.team();
  const members: [Person, 'lead' | 'member'][] = [
    [team.lead, 'lead'],
    [team.member, 'member'],
  ];
  apollo = (await api.people.project('Apollo', members)).id;
  hermes = (await api.people.project('Hermes')).id;
  const row = (minute: number, name: string, own: Partial<TrailRow> = {}): TrailRow => ({
    ...{ at: at(minute), userId: team.lead.id, projectId: apollo, name },
    ...{ action: 'updated', entityType: 'task' },
    ...own,
  });
  // The later id has the earlier time: it is the order of the feed that counts.
  await writeTrail(api, [
    row(3, 'third'),
    row(1, 'first'),
    row(2, 'elsewhere', { projectId: hermes, userId: team.admin.id }),
    row(4, 'own', { userId: team.member.id, projectId: null, action: 'created' }),
    row(5, 'twin'),
    row(5, 'other twin', { action: 'created', entityType: 'project' }),
    row(6, 'nobody’s', { projectId: null, userId: team.admin.id, entityType: 'client' }),
  ]);
  const rows = await api.sql<{ id: string; entity_name: string }>(
    'SELECT id, entity_name FROM activity WHERE request_id IS NULL',
  );
  idOf = Object.fromEntries(rows.map(({ id, entity_name }) => [entity_name, Number(id)]));
});
afterAll(() => api.stop());

const read = (person: Person, name: string, query = '') =>
  api.as(person).get<ActivityNeighbourhood & Problem>(`/activities/${idOf[name]}${query}`);

/** The names of the activity and of its neighbours, newer first. */
async function around(person: Person, name: string, query = ''): Promise<(string | null)[]> {
  const { status, body, text } = await read(person, name, query);
  if (status !== 200) throw new Error(text);
  const nameOf = (id: number | null) =>
    Object.keys(idOf).find((one) => idOf[one] === id) ?? (id === null ? null : 'a sign-in');
  return [nameOf(body.newer_id), body.activity.entity_name, nameOf(body.older_id)];
}

it('is the activity as the list has it, with the request for those who see everything', async () => {
  for (const person of [team.admin, team.member]) {
    const [listed] = await api.as(person).feed('?entity_type=task&q=twin');
    const { body } = await read(person, 'twin');
    const { request_id, ...activity } = body.activity;
    expect(activity).toEqual(listed);
    expect(request_id).toBe(person === team.admin ? null : undefined);
  }
});

it('names the request, the address and the browser to administrators and auditors alone', async () => {
  const created = await api
    .as(team.lead)
    .post<{ id: number }>('/tasks', { name: 'Sail', project_id: apollo });
  const [{ id } = { id: 0 }] = await api.as(team.lead).feed('?action=created&entity_type=task');
  const answers = await Promise.all(
    [team.admin, team.auditor, team.lead, team.member].map((person) =>
      api.as(person).get<ActivityNeighbourhood>(`/activities/${id}`),
    ),
  );
  expect(answers.map(({ body }) => body.activity.request_id)).toEqual([
    created.headers['x-request-id'],
    created.headers['x-request-id'],
    undefined,
    undefined,
  ]);
  expect(answers[2]?.text).not.toMatch(/ip_address|user_agent|request_id/);
});

it.each([
  ['admin', 'third', ['own', 'third', 'elsewhere']],
  ['auditor', 'elsewhere', ['third', 'elsewhere', 'first']],
  ['lead', 'third', ['twin', 'third', 'first']],
  ['member', 'third', ['own', 'third', 'first']],
  ['admin', 'other twin', ['nobody’s', 'other twin', 'twin']],
  ['member', 'first', ['third', 'first', null]],
] as const)('leads %s from “%s” over what the viewer may see', async (role, name, names) => {
  expect(await around(team[role], name)).toEqual(names);
});

it.each([
  ['admin', 'third', '?entity_type=task', ['own', 'third', 'elsewhere']],
  ['admin', 'third', '?action=created', ['own', 'third', null]],
  ['admin', 'first', '?entity_type=project,client&action=created,updated', ['other twin', null]],
  ['admin', 'third', `?user_id=USER`, ['own', 'third', null]],
  ['member', 'third', '?q=twin', ['twin', 'third', null]],
  ['member', 'twin', '?q=member', ['other', 'twin', 'own']],
  ['auditor', 'twin', `?start_date=2026-03-02T09:03:30Z`, ['other twin', 'twin', 'own']],
  ['member', 'own', `?project_id=PROJECT`, ['twin', 'own', 'third']],
] as const)('keeps the filter of %s at “%s”: %s', async (role, name, query, names) => {
  const asked = query.replace('USER', String(team.member.id)).replace('PROJECT', String(apollo));
  const [newer, , older] = await around(team[role], name, asked);
  const [first, , last] = names.length === 3 ? names : [names[0], null, names[1]];
  expect([newer, older]).toEqual([first === 'other' ? 'a sign-in' : first, last]);
});

it('finds what came meanwhile, also where it belongs between two that are there', async () => {
  const [newest] = await api.as(team.lead).feed('?limit=1');
  const last = await api.as(team.lead).get<ActivityNeighbourhood>(`/activities/${newest?.id}`);
  expect(last.body.newer_id).toBeNull();

  await api.as(team.lead).post('/tasks', { name: 'Anchor', project_id: apollo });
  const [later] = await api.as(team.lead).feed('?limit=1');
  const again = await api.as(team.lead).get<ActivityNeighbourhood>(`/activities/${newest?.id}`);
  expect(again.body.newer_id).toBe(later?.id);

  // One that began earlier and committed late, well before what the others look at.
  const row = (second: number, name: string): TrailRow => ({
    ...{ at: new Date(Date.UTC(2026, 2, 1, 9, 0, second)), userId: team.lead.id, name },
    ...{ projectId: null, action: 'updated', entityType: 'task' },
  });
  await writeTrail(api, [row(1, 'early'), row(3, 'usual'), row(2, 'late')]);
  const [late] = await api.as(team.lead).feed('?q=late');
  const [early] = await api.as(team.lead).feed('?q=early');
  const between = await api.as(team.lead).get<ActivityNeighbourhood>(`/activities/${early?.id}`);
  expect(between.body.newer_id).toBe(late?.id);
});

it('does not say whether a hidden activity exists', async () => {
  const hidden = await read(team.member, 'elsewhere');
  const unknown = await api.as(team.member).get<Problem>('/activities/2147483647');
  for (const { status, body } of [hidden, unknown]) {
    expect([status, body.detail]).toEqual([404, HIDDEN]);
  }
  expect((await read(team.outsider, 'third')).status).toBe(404);
});

it('stays open to whoever did it when the project is left', async () => {
  const { id } = await api.people.project('Beacon', [
    [team.lead, 'lead'],
    [team.member, 'member'],
  ]);
  const told = async (person: Person, name: string) => {
    await api.as(person).post('/tasks', { name, project_id: id });
    const [activity] = await api.as(person).feed('?limit=1');
    return `/activities/${activity?.id}`;
  };
  const both = [await told(team.member, 'Mine'), await told(team.lead, 'Theirs')];
  const statuses = () =>
    Promise.all(both.map(async (path) => (await api.as(team.member).get(path)).status));
  expect(await statuses()).toEqual([200, 200]);

  await api.as(team.admin).delete(`/projects/${id}/members/${team.member.id}`);
  expect(await statuses()).toEqual([200, 404]);
});

it.each(['0', '-1', '1.5', '1e3', 'newest', '2147483648', '99999999999999999999', '%00', '7%20'])(
  'answers 404 at /activities/%s',
  async (id) => {
    expect((await api.as(team.admin).get(`/activities/${id}`)).status).toBe(404);
  },
);

it.each([
  ['?page=2', 400],
  ['?limit=10', 400],
  ['?before=abc', 400],
  ['?entity_type=ship', 400],
  ['?start_date=yesterday', 400],
  ['?user_id=1&user_id=2', 400],
])('refuses %s with %i', async (query, status) => {
  expect((await read(team.admin, 'first', query)).status).toBe(status);
});

it('refuses filters that the list would refuse', async () => {
  const answers = [
    await read(team.lead, 'first', `?user_id=${team.admin.id}`),
    await read(team.lead, 'first', `?project_id=${hermes}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 404]);
});

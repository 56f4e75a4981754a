import type { ActivityPage } from '@tidemark/contracts';
import { type Person, SpecApi, type TrailRow, writeTrail } from '../support';

let api: SpecApi;
let admin: Person;
let member: Person;
let outsider: Person;
let projectId: number;

beforeEach(async () => {
  api = await SpecApi.start();
  ({ admin, member, outsider } = await api.people.team());
  projectId = (await api.people.project('Apollo', [[member, 'member']])).id;
});
afterEach(() => api.stop());

const row = (own: Partial<TrailRow>): TrailRow => ({
  at: new Date(),
  userId: admin.id,
  projectId: null,
  action: 'created',
  entityType: 'task',
  ...own,
});

async function tagOf(person: Person, query = ''): Promise<string> {
  const { headers } = await api.as(person).get<ActivityPage>(`/activities${query}`);
  return String(headers['etag']);
}
const poll = (person: Person, tag: string, query = '') =>
  api.as(person).with({ 'if-none-match': tag }).get<ActivityPage>(`/activities${query}`);

it('answers 304 without a body while nothing new can be seen', async () => {
  const tag = await tagOf(member);
  const answer = await poll(member, tag);
  expect([answer.status, answer.text, answer.headers['etag']]).toEqual([304, '', tag]);
});

it('stays 304 when something happens that this viewer may not see', async () => {
  const tag = await tagOf(outsider);
  await writeTrail(api, [row({ projectId })]);
  expect((await poll(outsider, tag)).status).toBe(304);
});

it('stays 304 when something happens that the filter leaves out', async () => {
  const tag = await tagOf(admin, '?entity_type=client');
  await writeTrail(api, [row({ entityType: 'task' })]);
  expect((await poll(admin, tag, '?entity_type=client')).status).toBe(304);
});

it('answers anew when something new can be seen, also when it is older than the newest row', async () => {
  await writeTrail(api, [row({ projectId })]);
  const tag = await tagOf(member);
  await writeTrail(api, [row({ projectId, at: new Date(Date.now() - 60_000), name: 'older' })]);
  const answer = await poll(member, tag);
  expect(answer.status).toBe(200);
  expect(answer.body.activities.map(({ entity_name }) => entity_name)).toContain('older');
});

it('answers anew when what may be seen has changed', async () => {
  await writeTrail(api, [row({ projectId })]);
  const tag = await tagOf(member);
  await api.sql("SET session_replication_role = 'replica'");
  await api.sql('DELETE FROM project_member WHERE user_id = $1', [member.id]);
  await api.sql('RESET session_replication_role');
  const answer = await poll(member, tag);
  expect(answer.status).toBe(200);
  expect(answer.body.activities.filter(({ project_id }) => project_id === projectId)).toEqual([]);
});

it('answers anew when a person got another name', async () => {
  await writeTrail(api, [row({ projectId })]);
  const tag = await tagOf(member);
  await api.as(admin).patch('/me', { display_name: 'Ada Renamed' });
  const answer = await poll(member, tag);
  expect(answer.status).toBe(200);
  expect(answer.body.activities[0]?.display_name).toBe('Ada Renamed');
});

it('does not take the tag of somebody else or of another question', async () => {
  const tag = await tagOf(admin);
  expect((await poll(member, tag)).status).toBe(200);
  expect((await poll(admin, tag, '?limit=3')).status).toBe(200);
  expect((await poll(admin, 'W/"abc.def"')).status).toBe(200);
  expect((await poll(admin, tag.replace(/\w/, 'x'))).status).toBe(200);
});

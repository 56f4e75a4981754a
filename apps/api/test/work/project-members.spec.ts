import type { MemberPage, MemberView } from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;
let members: string;

beforeAll(async () => {
  team = await WorkTeam.start();
  members = `/projects/${team.website.id}/members`;
});
afterAll(() => team.stop());

it('tells who joins, changes role and leaves, as an update of the project', async () => {
  const { outsider } = team.people;
  const person = { member_id: outsider.id, member_name: 'Outsider Person' };
  const rows = await team.recorded(async () => {
    const added = await team.as('lead').post<MemberView>(members, {
      user_id: outsider.id,
      role: 'member',
    });
    expect(added.status).toBe(201);
    expect(added.body).toEqual({
      id: outsider.id,
      username: 'outsider',
      display_name: 'Outsider Person',
      role: 'member',
      is_active: true,
    });
    const changed = await team.as('lead').patch<MemberView>(`${members}/${outsider.id}`, {
      role: 'lead',
    });
    expect(changed.body).toEqual({ ...added.body, role: 'lead' });
    expect((await team.as('lead').delete(`${members}/${outsider.id}`)).status).toBe(204);
  });
  const project = {
    action: 'updated',
    entity_type: 'project',
    entity_id: team.website.id,
    entity_name: 'Website',
    project_id: team.website.id,
  };
  expect(rows).toEqual([
    expect.objectContaining({
      ...project,
      description: 'Added Outsider Person to project "Website"',
      extra_data: { ...person, role: 'member' },
      changes: [],
    }),
    expect.objectContaining({
      ...project,
      description: 'Changed role of Outsider Person in project "Website" to lead',
      extra_data: { ...person, role: 'lead' },
      changes: [{ field: 'role', from: 'member', to: 'lead' }],
    }),
    expect.objectContaining({
      ...project,
      description: 'Removed Outsider Person from project "Website"',
      extra_data: { ...person, role: 'lead' },
      changes: [],
    }),
  ]);
});

it('keeps no name in the trail: the id and a mark are enough to find today’s', async () => {
  const { outsider } = team.people;
  await team.as('lead').post(members, { user_id: outsider.id, role: 'member' });
  const [row] = await team.api.sql<{ everything: string }>(
    'SELECT activity::text AS everything FROM activity ORDER BY id DESC LIMIT 1',
  );
  expect(row?.everything).toContain('Website');
  expect(row?.everything).not.toContain('Outsider');
  await team.as('lead').delete(`${members}/${outsider.id}`);
});

it('writes nothing when the role stays', async () => {
  const rows = await team.recorded(async () => {
    const url = `${members}/${team.people.member.id}`;
    expect((await team.as('lead').patch(url, { role: 'member' })).status).toBe(200);
  });
  expect(rows).toEqual([]);
});

it('adds a person once, however many ask at the same moment', async () => {
  const { id } = await team.api.people.project('Joined at once');
  const body = { user_id: team.people.auditor.id, role: 'member' };
  const statuses: number[] = [];
  const rows = await team.recorded(async () => {
    const add = () => team.as('admin').post(`/projects/${id}/members`, body);
    statuses.push(...(await Promise.all([add(), add(), add(), add()])).map(({ status }) => status));
  });
  expect(statuses.sort()).toEqual([201, 409, 409, 409]);
  expect(rows).toHaveLength(1);
});

it('removes a person once, however many ask at the same moment', async () => {
  const { auditor } = team.people;
  const { id } = await team.api.people.project('Left at once', [[auditor, 'member']]);
  const url = `/projects/${id}/members/${auditor.id}`;
  const statuses: number[] = [];
  const rows = await team.recorded(async () => {
    const remove = () => team.as('admin').delete(url);
    statuses.push(...(await Promise.all([remove(), remove(), remove()])).map((one) => one.status));
  });
  expect(statuses.sort()).toEqual([204, 404, 404]);
  expect(rows).toHaveLength(1);
});

it('refuses people who do not exist, are deactivated or are not in it', async () => {
  const gone = await team.api.people.make('gone');
  await team.as('admin').patch(`/users/${gone.id}`, { is_active: false });
  const rows = await team.recorded(async () => {
    for (const user_id of [999_999, gone.id]) {
      const refused = await team.as('lead').post(members, { user_id, role: 'member' });
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toMatchObject([{ pointer: '/user_id', code: 'unknown' }]);
    }
    const outsider = `${members}/${team.people.outsider.id}`;
    expect((await team.as('lead').patch(outsider, { role: 'lead' })).status).toBe(404);
    expect((await team.as('lead').delete(outsider)).status).toBe(404);
  });
  expect(rows).toEqual([]);
});

it('keeps who was deactivated in the list, and says so', async () => {
  const leaver = await team.api.people.make('leaver');
  const { id: project } = await team.api.people.project('Handed over', [
    [team.people.member, 'member'],
    [leaver, 'member'],
  ]);
  const active = async () =>
    (await team.as('member').get<MemberPage>(`/projects/${project}/members`)).body.members.map(
      ({ username, is_active }) => [username, is_active],
    );
  await team.as('admin').patch(`/users/${leaver.id}`, { is_active: false });
  expect(await active()).toEqual([
    ['leaver', false],
    ['member', true],
  ]);
  await team.as('admin').patch(`/users/${leaver.id}`, { is_active: true });
  expect(await active()).toContainEqual(['leaver', true]);
});

it('opens and closes the project at once', async () => {
  const { outsider } = team.people;
  const url = `/projects/${team.website.id}`;
  const sees = async () => (await team.as('outsider').get(url)).status;
  expect(await sees()).toBe(404);
  await team.as('lead').post(members, { user_id: outsider.id, role: 'member' });
  expect(await sees()).toBe(200);
  expect((await team.as('outsider').feed(`?project_id=${team.website.id}`)).length).toBeGreaterThan(
    0,
  );
  await team.as('lead').delete(`${members}/${outsider.id}`);
  expect(await sees()).toBe(404);
  expect((await team.as('outsider').get(`/activities?project_id=${team.website.id}`)).status).toBe(
    404,
  );
});

it('lists the people of a project by name or role', async () => {
  const names = async (query: string) =>
    (await team.as('member').get<MemberPage>(`${members}${query}`)).body.members.map(
      ({ username }) => username,
    );
  expect(await names('')).toEqual(['lead', 'member']);
  expect(await names('?sort=-display_name')).toEqual(['member', 'lead']);
  expect(await names('?sort=-role&limit=1')).toEqual(['member']);
});

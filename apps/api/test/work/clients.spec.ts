import type { ClientPage, ClientView } from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;

beforeAll(async () => (team = await WorkTeam.start()));
afterAll(() => team.stop());

const admin = () => team.as('admin');
const add = async (name: string) => (await admin().post<ClientView>('/clients', { name })).body;

it('is in the feed from its first day to its last', async () => {
  let acme: ClientView;
  const rows = await team.recorded(async () => {
    acme = (await admin().post<ClientView>('/clients', { name: 'Acme', email: 'a@acme.test' }))
      .body;
    await admin().patch(`/clients/${acme.id}`, { name: 'Acme Ltd', note: 'Pays late' });
    await admin().post(`/clients/${acme.id}/archive`);
    await admin().post(`/clients/${acme.id}/unarchive`);
    await admin().delete(`/clients/${acme.id}`);
  });
  expect(rows).toEqual([
    expect.objectContaining({
      action: 'created',
      description: 'Added new client "Acme"',
      entity_type: 'client',
      entity_name: 'Acme',
      project_id: null,
      user_id: team.people.admin.id,
      extra_data: {},
      changes: [],
    }),
    expect.objectContaining({
      action: 'updated',
      description: 'Updated client "Acme Ltd"',
      entity_name: 'Acme Ltd',
      extra_data: {},
      changes: [
        { field: 'name', from: 'Acme', to: 'Acme Ltd' },
        { field: 'note', from: '', to: 'Pays late' },
      ],
    }),
    expect.objectContaining({
      action: 'archived',
      description: 'Archived client "Acme Ltd"',
      extra_data: {},
      changes: [{ field: 'archived_at', from: null, to: expect.any(String) }],
    }),
    expect.objectContaining({ action: 'unarchived', description: 'Unarchived client "Acme Ltd"' }),
    expect.objectContaining({
      action: 'deleted',
      description: 'Deleted client "Acme Ltd"',
      entity_name: 'Acme Ltd',
      extra_data: {},
    }),
  ]);
});

it('answers with what was saved', async () => {
  const given = { name: 'Nordlicht', email: 'post@nordlicht.test', note: 'Two\nlines' };
  const { status, body } = await admin().post<ClientView>('/clients', given);
  expect(status).toBe(201);
  expect(body).toEqual({
    ...given,
    id: expect.any(Number),
    is_archived: false,
    project_count: 0,
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
  const cleared = await admin().patch<ClientView>(`/clients/${body.id}`, { email: null });
  expect(cleared.body).toEqual({ ...body, email: null });
  expect((await admin().get(`/clients/${body.id}`)).body).toEqual(cleared.body);
});

it('writes nothing when nothing changes', async () => {
  const { id, name } = await add('Quiet');
  const rows = await team.recorded(async () => {
    expect((await admin().patch(`/clients/${id}`, { name, note: '', email: null })).status).toBe(
      200,
    );
    expect((await admin().patch(`/clients/${id}`, {})).status).toBe(200);
    expect((await admin().post(`/clients/${id}/unarchive`)).status).toBe(200);
    await admin().post(`/clients/${id}/archive`);
    expect((await admin().post(`/clients/${id}/archive`)).status).toBe(200);
  });
  expect(rows.map(({ action }) => action)).toEqual(['archived']);
});

it('refuses a name that is taken in other letters, and leaves nothing behind', async () => {
  await add('Straßenbau Österreich');
  const { id } = await add('Free');
  const rows = await team.recorded(async () => {
    const taken = await admin().post('/clients', { name: ' straßenbau ÖSTERREICH ' });
    expect(taken.status).toBe(409);
    expect(taken.body).toMatchObject({
      type: '/problems/duplicate',
      errors: [{ pointer: '/name', code: 'duplicate' }],
    });
    const renamed = await admin().patch(`/clients/${id}`, { name: 'STRASSENBAU' });
    expect(renamed.status).toBe(200);
    const again = await admin().patch(`/clients/${id}`, { name: 'Straßenbau Österreich' });
    expect(again.status).toBe(409);
  });
  expect(rows.map(({ action }) => action)).toEqual(['updated']);
});

it('lets one of many through who add the same client at the same moment', async () => {
  const answers: number[] = [];
  const rows = await team.recorded(async () => {
    const all = Array.from({ length: 8 }, () => admin().post('/clients', { name: 'Rush' }));
    answers.push(...(await Promise.all(all)).map(({ status }) => status));
  });
  expect(answers.sort()).toEqual([201, ...Array<number>(7).fill(409)]);
  expect(rows).toHaveLength(1);
});

it('stays while it has projects', async () => {
  const { client_id } = (await admin().get<{ client_id: number }>(`/projects/${team.website.id}`))
    .body;
  const rows = await team.recorded(async () => {
    const { status, body } = await admin().delete(`/clients/${client_id}`);
    expect([status, body.type]).toEqual([409, '/problems/in-use']);
    expect(body.detail).toContain('Archive it instead');
  });
  expect(rows).toEqual([]);
  const { body } = await admin().get<ClientView>(`/clients/${client_id}`);
  expect(body.project_count).toBe(1);
});

it('finds clients by part of the name and by archive, in the order of the alphabet', async () => {
  for (const name of ['zz Ähre', 'zz ahorn', 'zz Birke', 'zz 100%']) await add(name);
  const archived = await add('zz old');
  await admin().post(`/clients/${archived.id}/archive`);
  const names = async (query: string) =>
    (await admin().get<ClientPage>(`/clients?${query}`)).body.clients.map(({ name }) => name);
  expect(await names('q=ZZ')).toEqual(['zz 100%', 'zz ahorn', 'zz Ähre', 'zz Birke', 'zz old']);
  expect(await names('q=zz&is_archived=true')).toEqual(['zz old']);
  expect(await names('q=zz&is_archived=false&sort=-name&limit=2')).toEqual(['zz Birke', 'zz Ähre']);
  expect(await names('q=0%25')).toEqual(['zz 100%']);
  expect(await names('q=z_')).toEqual([]);
  const page = (await admin().get<ClientPage>('/clients?q=zz&limit=2&page=2')).body;
  expect(page).toMatchObject({
    total: 5,
    pages: 3,
    current_page: 2,
    has_next: true,
    has_prev: true,
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SetupService } from '@tidemark/api/accounts';
import { Config } from '@tidemark/api/platform';
import type { Problem, Session, Setup, SetupState } from '@tidemark/contracts';
import { SpecApi } from '../support';

let api: SpecApi;
beforeEach(async () => {
  api = await SpecApi.start();
});
afterEach(() => api.stop());

const token = async () => (await api.app.get(SetupService).pendingToken()) ?? '';
const ada = (own: Partial<Setup>): Setup => ({
  token: '',
  username: 'Ada',
  display_name: 'Ada Lovelace',
  email: 'ada@example.com',
  password: 'tidal-gauge-47',
  time_zone: 'Europe/London',
  ...own,
});
const setUp = (body: object) => api.anonymous.post<Session & Problem>('/setup', body);
const isNeeded = async () => (await api.anonymous.get<SetupState>('/setup')).body.needed;

it('makes the first administrator by the one-time link, and signs in', async () => {
  expect(await isNeeded()).toBe(true);
  const { status, body, headers } = await setUp(ada({ token: await token() }));

  expect(status).toBe(201);
  expect(body.user).toMatchObject({
    username: 'ada',
    display_name: 'Ada Lovelace',
    role: 'admin',
    time_zone: 'Europe/London',
  });
  expect(String(headers['set-cookie'])).toContain('tidemark_refresh=');
  const person = { id: 1, username: '', displayName: '', password: '', token: body.access_token };
  expect((await api.as(person).get('/me')).status).toBe(200);
  expect(await isNeeded()).toBe(false);
});

it('records who was made, the zone of the organisation and who signed in, by the person', async () => {
  const { body } = await setUp(ada({ token: await token() }));
  const person = { id: 1, username: '', displayName: '', password: '', token: body.access_token };
  const rows = await api.as(person).feed();
  const own = { user_id: body.user.id, entity_id: body.user.id, source: 'person', changes: [] };
  expect(rows).toEqual([
    expect.objectContaining({ ...own, action: 'signed_in', description: 'Signed in' }),
    expect.objectContaining({
      action: 'updated',
      entity_type: 'setting',
      description: 'Changed setting "Time zone" from UTC to Europe/London',
    }),
    expect.objectContaining({
      ...own,
      action: 'created',
      description: 'Created user "ada"',
      entity_name: 'Ada Lovelace',
      extra_data: { role: 'admin' },
    }),
  ]);
});

it('refuses a wrong token and leaves everything as it was', async () => {
  const right = await token();
  for (const wrong of ['guess', right.slice(1), `${right}x`]) {
    const { status, body } = await setUp(ada({ token: wrong }));
    expect([status, body.type]).toEqual([410, '/problems/link-expired']);
  }
  expect(await isNeeded()).toBe(true);
  expect(await token()).toBe(right);
});

it('works once: the link is dead afterwards, also with its file put back', async () => {
  const right = await token();
  await setUp(ada({ token: right }));
  expect(existsSync(join(api.app.get(Config).DATA_DIR, 'setup-token'))).toBe(false);
  expect(await api.app.get(SetupService).pendingToken()).toBeNull();

  const again = await setUp(ada({ token: right, username: 'eve', email: 'eve@example.com' }));
  expect([again.status, again.body.type]).toEqual([410, '/problems/link-expired']);
});

it('makes one administrator when several follow the link at once', async () => {
  const right = await token();
  const answers = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      setUp(ada({ token: right, username: `ada${n}`, email: `ada${n}@example.com` })),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 410, 410, 410]);
  expect(await api.sql('SELECT role FROM "user"')).toEqual([{ role: 'admin' }]);
});

it('refuses a password that anybody would try first', async () => {
  const { status, body } = await setUp(ada({ token: await token(), password: 'Lovelace2026' }));
  expect(status).toBe(400);
  expect(body.errors).toEqual([
    expect.objectContaining({ pointer: '/password', code: 'common-password' }),
  ]);
  expect(await isNeeded()).toBe(true);
});

import type { Invitation, InvitedUser, Problem, Session } from '@tidemark/contracts';
import { PASSWORD, type Person, SpecApi } from '../support';
import { Browser } from './browser';

const START = new Date('2026-03-02T09:00:00Z');
const DAY = 86_400_000;

let api: SpecApi;
let admin: Person;
let invited: InvitedUser;

beforeEach(async () => {
  api = await SpecApi.start();
  api.clock.set(START);
  admin = await api.people.make('admin', 'admin');
  const body = {
    username: 'grace',
    display_name: 'Grace Hopper',
    email: 'grace@example.com',
    role: 'member',
  };
  invited = (await api.as(admin).post<InvitedUser>('/users', body)).body;
});
afterEach(() => api.stop());

const later = (ms: number) => api.clock.set(new Date(START.getTime() + ms));
const tokenOf = ({ path }: Invitation) => path.split('#')[1] ?? '';
const accept = (token = tokenOf(invited.invitation), password = 'neap-tide-9-marks') =>
  new Browser(api).post<Session & Problem>('/auth/invitation', { token, password });
const invite = (id = invited.user.id) =>
  api.as(admin).post<Invitation & Problem>(`/users/${id}/invitation`);
const rows = (query: string) => api.as(admin).feed(`?entity_type=user&${query}`);

it('sets the password and signs in', async () => {
  const { status, body } = await accept();
  expect(status).toBe(200);
  expect(body.user).toMatchObject({ username: 'grace', role: 'member' });
  expect((await new Browser(api).signIn('grace', 'neap-tide-9-marks')).status).toBe(200);
  const { body: user } = await api.as(admin).get(`/users/${invited.user.id}`);
  expect(user).toMatchObject({ is_invited: false, last_sign_in_at: START.toISOString() });
});

it('records the password and the sign-in, by the person', async () => {
  await accept();
  const own = { user_id: invited.user.id, entity_id: invited.user.id, source: 'person' };
  expect(await rows(`user_id=${invited.user.id}`)).toEqual([
    expect.objectContaining({ ...own, action: 'signed_in', description: 'Signed in' }),
    expect.objectContaining({
      ...own,
      action: 'password_changed',
      description: 'Changed password',
      extra_data: {},
      changes: [],
    }),
  ]);
});

it('works once, also for two at once', async () => {
  const answers = await Promise.all([accept(), accept()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
  const { status, body } = await accept();
  expect([status, body.type]).toEqual([410, '/problems/link-expired']);
  expect(await rows('action=password_changed')).toHaveLength(1);
});

it('works for a week', async () => {
  expect(new Date(invited.invitation.expires_at).getTime()).toBe(START.getTime() + 7 * DAY);
  later(7 * DAY);
  expect((await accept()).status).toBe(410);
  later(7 * DAY - 1);
  expect((await accept()).status).toBe(200);
});

it('is replaced by a newer one', async () => {
  const { status, body } = await invite();
  expect(status).toBe(201);
  expect((await accept()).status).toBe(410);
  expect((await accept(tokenOf(body))).status).toBe(200);
});

it('leaves a line in the trail when an administrator makes a new one', async () => {
  await invite();
  expect(await rows('action=updated')).toEqual([
    expect.objectContaining({
      user_id: admin.id,
      entity_id: invited.user.id,
      entity_name: 'Grace Hopper',
      description: 'Made an invitation link for user "grace"',
      extra_data: { changed_fields: [], invitation: true },
      changes: [],
    }),
  ]);
});

it('helps a person who forgot the password, and ends the sessions there were', async () => {
  const ada = await api.people.make('ada');
  const browser = new Browser(api);
  await browser.signIn('ada', PASSWORD);
  const { body } = await invite(ada.id);
  expect((await browser.copy().refresh()).status).toBe(200);

  expect((await accept(tokenOf(body))).status).toBe(200);
  expect((await browser.refresh()).status).toBe(401);
  expect((await api.as(ada).get('/me')).status).toBe(401);
  expect((await browser.signIn('ada', PASSWORD)).status).toBe(401);
});

it('is for nobody who is deactivated', async () => {
  await api.as(admin).patch(`/users/${invited.user.id}`, { is_active: false });
  const { status, body } = await invite();
  expect([status, body.type]).toEqual([409, '/problems/conflict']);
  expect((await accept()).status).toBe(410);
});

it('outlives a password that is refused', async () => {
  for (const password of ['grace-hopper', 'password1', 'Tidemark!']) {
    const { status, body } = await accept(undefined, password);
    expect([status, body.errors?.[0]]).toEqual([
      400,
      expect.objectContaining({ pointer: '/password', code: 'common-password' }),
    ]);
  }
  expect((await accept(undefined, 'short')).status).toBe(400);
  expect((await accept()).status).toBe(200);
});

it('is kept as a hash only', async () => {
  const [row] = await api.sql<{ all: string }>(
    'SELECT jsonb_agg(i)::text AS all FROM invitation i',
  );
  const token = tokenOf(invited.invitation);
  expect(row?.all).not.toContain(token);
  expect(row?.all).not.toContain(Buffer.from(token).toString('hex'));
});

import { PASSWORD, type Person, SpecApi } from '../support';
import { Browser } from './browser';

const START = new Date('2026-03-02T09:00:00Z');
const SECOND = 1_000;
const DAY = 86_400_000;

let api: SpecApi;
let admin: Person;
let ada: Person;
let browser: Browser;

beforeEach(async () => {
  api = await SpecApi.start();
  api.clock.set(START);
  admin = await api.people.make('admin', 'admin');
  ada = await api.people.make('ada');
  browser = new Browser(api);
  await browser.signIn('ada', PASSWORD);
});
afterEach(() => api.stop());

const later = (ms: number) => api.clock.set(new Date(START.getTime() + ms));
const token = (of = browser) => of.cookies.get('tidemark_refresh');

it('gives the refresh token in a cookie that only the API of sign-in gets', () => {
  const [refresh] = browser.received;
  expect(refresh).toMatch(/^tidemark_refresh=[\w-]{43}; /);
  expect(refresh).toContain('HttpOnly');
  expect(refresh).toContain('SameSite=Strict');
  expect(refresh).toContain('Path=/api/auth');
  expect(refresh).toContain(`Max-Age=${(7 * DAY) / SECOND}`);
  expect(refresh).not.toContain('Domain');
});

it('marks the cookies as secure, and of this host alone, behind https', async () => {
  const secure = await SpecApi.start({ SECURE_COOKIES: '1' });
  await secure.people.make('ada');
  const other = new Browser(secure);
  await other.signIn('ada', PASSWORD);
  for (const line of other.received) {
    expect(line).toMatch(/^__Host-tidemark_(refresh|device)=/);
    expect(line).toContain('Secure');
    expect(line).toMatch(/Path=\/(;|$)/);
  }
  expect((await other.refresh()).status).toBe(200);
  await secure.stop();
});

it('keeps hashes only', async () => {
  await browser.refresh();
  const [row] = await api.sql<{ everything: string }>(
    `SELECT (SELECT jsonb_agg(t) FROM refresh_token t)::text || (SELECT jsonb_agg(s) FROM session s)::text AS everything`,
  );
  const asHex = Buffer.from(token() ?? '', 'base64url').toString('hex');
  expect(row?.everything).not.toContain(token());
  expect(row?.everything).not.toContain(asHex);
});

it('gives a new token for each use, with the person as they are now', async () => {
  const first = token();
  await api.as(admin).patch(`/users/${ada.id}`, { display_name: 'Ada King', role: 'auditor' });
  const { status, body } = await browser.refresh();
  expect(status).toBe(200);
  expect(body.user).toMatchObject({ display_name: 'Ada King', role: 'auditor' });
  expect(token()).not.toBe(first);
  const { status: read } = await api.as({ ...ada, token: body.access_token }).get('/me');
  expect(read).toBe(200);
});

it('writes no activity when a session goes on', async () => {
  await browser.refresh();
  const rows = await api.as(admin).feed(`?user_id=${ada.id}`);
  expect(rows.every(({ action }) => action === 'signed_in')).toBe(true);
});

it('gives two tabs at once the same successor', async () => {
  const tabs = [browser, browser.copy(), browser.copy()];
  const answers = await Promise.all(tabs.map((tab) => tab.refresh()));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(tabs.map((tab) => token(tab))).size).toBe(1);
  expect((await browser.refresh()).status).toBe(200);
});

it('gives a tab that is ten seconds late the same successor', async () => {
  const late = browser.copy();
  await browser.refresh();
  later(10 * SECOND);
  expect((await late.refresh()).status).toBe(200);
  expect(token(late)).toBe(token());
});

it('gives a late tab the newest token when the page was reloaded several times', async () => {
  const late = browser.copy();
  await browser.refresh();
  await browser.refresh();
  await browser.refresh();
  later(9 * SECOND);
  expect((await late.refresh()).status).toBe(200);
  expect(token(late)).toBe(token());
});

it('ends the session when a used token comes back later: one of the two is a thief', async () => {
  const thief = browser.copy();
  const { body } = await browser.refresh();
  later(11 * SECOND);
  const stolen = await thief.refresh();
  expect([stolen.status, stolen.body.type]).toEqual([401, '/problems/refresh-reused']);

  const owner = await browser.refresh();
  expect([owner.status, owner.body.type]).toEqual([401, '/problems/unauthenticated']);
  expect((await api.as({ ...ada, token: body.access_token }).get('/me')).status).toBe(401);
});

it('leaves the other sessions of the person alone then', async () => {
  const phone = new Browser(api);
  await phone.signIn('ada', PASSWORD);
  const thief = browser.copy();
  await browser.refresh();
  later(11 * SECOND);
  await thief.refresh();
  expect((await phone.refresh()).status).toBe(200);
});

it('ends after a week without use', async () => {
  later(7 * DAY - SECOND);
  expect((await browser.copy().refresh()).status).toBe(200);
  later(14 * DAY);
  expect((await browser.refresh()).status).toBe(401);
});

it('ends after thirty days in any case, and the cookie knows', async () => {
  for (const day of [6, 12, 18, 24, 28]) {
    later(day * DAY);
    expect((await browser.refresh()).status).toBe(200);
  }
  expect(browser.received[0]).toContain(`Max-Age=${(2 * DAY) / SECOND}`);
  later(30 * DAY);
  expect((await browser.refresh()).status).toBe(401);
});

it.each([
  ['no cookie', ''],
  ['an empty one', 'tidemark_refresh='],
  ['a made-up one', `tidemark_refresh=${'A'.repeat(43)}`],
  ['an endless one', `tidemark_refresh=${'A'.repeat(4_000)}`],
  ['NUL in it', 'tidemark_refresh=%00'],
])('refuses to continue with %s', async (_what, cookie) => {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/auth/refresh',
    headers: { cookie },
  });
  expect([answer.statusCode, answer.json().type]).toEqual([401, '/problems/unauthenticated']);
});

it('takes a cookie that comes twice for planted', async () => {
  const cookie = `tidemark_refresh=${'A'.repeat(43)}; tidemark_refresh=${token()}`;
  const request = { method: 'POST', url: '/api/auth/refresh', headers: { cookie } } as const;
  expect((await api.app.inject(request)).statusCode).toBe(401);
  expect((await browser.refresh()).status).toBe(200);
});

it('signs out: the session, its access token and its cookie are dead, and the trail says so', async () => {
  const thief = browser.copy();
  const { body } = await browser.refresh();
  expect((await browser.post('/auth/logout')).status).toBe(204);
  expect(token()).toBeUndefined();
  expect((await thief.refresh()).status).toBe(401);
  expect((await api.as({ ...ada, token: body.access_token }).get('/me')).status).toBe(401);

  const [newest] = await api.as(admin).feed('?entity_type=user&limit=1');
  expect(newest).toMatchObject({
    user_id: ada.id,
    action: 'signed_out',
    entity_id: ada.id,
    entity_name: 'Ada Person',
    description: 'Signed out',
    extra_data: {},
    changes: [],
    source: 'person',
  });
});

it('signs out once: nothing more is written without a session', async () => {
  const again = browser.copy();
  await browser.post('/auth/logout');
  expect((await again.post('/auth/logout')).status).toBe(204);
  expect((await new Browser(api).post('/auth/logout')).status).toBe(204);
  expect(await api.as(admin).feed('?action=signed_out')).toHaveLength(1);
});

it('ends all sessions at once when the person is deactivated; a reactivation revives none', async () => {
  const { body } = await browser.refresh();
  await api.as(admin).patch(`/users/${ada.id}`, { is_active: false });
  expect((await api.as({ ...ada, token: body.access_token }).get('/me')).status).toBe(401);
  expect((await browser.copy().refresh()).status).toBe(401);

  await api.as(admin).patch(`/users/${ada.id}`, { is_active: true });
  expect((await api.as({ ...ada, token: body.access_token }).get('/me')).status).toBe(401);
  expect((await browser.refresh()).status).toBe(401);
});

it('leaves no session to a person who is deactivated while refreshing', async () => {
  const [, refreshed] = await Promise.all([
    api.as(admin).patch(`/users/${ada.id}`, { is_active: false }),
    browser.refresh(),
  ]);
  expect([200, 401]).toContain(refreshed.status);
  expect((await browser.refresh()).status).toBe(401);
  expect(await api.sql('SELECT FROM session WHERE user_id = $1', [ada.id])).toEqual([]);
});

it('leaves no session to a person who is deactivated while signing in', async () => {
  await Promise.all([
    api.as(admin).patch(`/users/${ada.id}`, { is_active: false }),
    new Browser(api).signIn('ada', PASSWORD),
    new Browser(api).signIn('ada', PASSWORD),
  ]);
  expect(await api.sql('SELECT FROM session WHERE user_id = $1', [ada.id])).toEqual([]);
});

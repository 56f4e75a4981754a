import { PASSWORD, SpecApi } from '../support';
import { Browser } from './browser';

const HOME = '198.51.100.1';
const STRANGER = '203.0.113.7';
const START = new Date('2026-03-02T09:00:00Z');
const MINUTE = 60_000;

let api: SpecApi;
beforeEach(async () => {
  api = await SpecApi.start();
  api.clock.set(START);
  await api.people.make('ada');
});
afterEach(() => api.stop());

const from = (address: string) => new Browser(api, address);
const later = (minutes: number) => api.clock.set(new Date(START.getTime() + minutes * MINUTE));

/** As many failures for Ada's account as if each came from an address of its own. */
const alsoFrom = (addresses: number) =>
  api.sql(
    `INSERT INTO sign_in_attempt (attempted_at, account, address)
     SELECT a.attempted_at, a.account, '192.0.2.0'::inet + n
     FROM (SELECT * FROM sign_in_attempt ORDER BY id DESC LIMIT 1) AS a, generate_series(1, $1) AS n`,
    [addresses],
  );

async function fail(browser: Browser, times: number, name = 'ada'): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n++) statuses.push((await browser.signIn(name, 'wrong')).status);
  return statuses;
}

it('refuses the eleventh try within a quarter of an hour, and says how long to wait', async () => {
  expect(await fail(from(STRANGER), 10)).toEqual(Array(10).fill(401));
  later(5);
  const { status, body, headers } = await from(STRANGER).signIn('ada', PASSWORD);
  expect([status, body.type, headers['retry-after']]).toEqual([
    429,
    '/problems/rate-limited',
    String(10 * 60),
  ]);
  expect(body.detail).toBe('Too many failed attempts. Try again in 10 minutes');
});

it('opens again when the wait is over, and refused tries do not make it longer', async () => {
  await fail(from(STRANGER), 10);
  later(14);
  expect(await fail(from(STRANGER), 3)).toEqual([429, 429, 429]);
  later(15);
  expect((await from(STRANGER).signIn('ada', PASSWORD)).status).toBe(200);
});

it('makes the wait grow when the guessing goes on', async () => {
  await fail(from(STRANGER), 10);
  later(15);
  await fail(from(STRANGER), 10);
  later(31);
  const { status, headers } = await from(STRANGER).signIn('ada', 'wrong');
  expect([status, headers['retry-after']]).toEqual([429, String((120 - 31) * 60)]);
});

it('counts tries that come all at once', async () => {
  const browser = from(STRANGER);
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => browser.copy().signIn('ada', 'wrong')),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
});

it('counts username and e-mail as one account', async () => {
  await fail(from(STRANGER), 5, 'ada');
  await fail(from(STRANGER), 5, 'Ada@example.com');
  expect(await fail(from(STRANGER), 1, 'ada')).toEqual([429]);
});

it('treats a name that belongs to nobody alike, so that the limit does not tell', async () => {
  expect(await fail(from(STRANGER), 11, 'nobody')).toEqual([...Array(10).fill(401), 429]);
});

it('leaves other accounts and other addresses alone', async () => {
  await api.people.make('bob');
  await fail(from(STRANGER), 11);
  expect((await from(STRANGER).signIn('bob', PASSWORD)).status).toBe(200);
  expect((await from(HOME).signIn('ada', PASSWORD)).status).toBe(200);
});

it('never locks a person out of a browser that was used before, whoever guesses from wherever', async () => {
  const own = from(HOME);
  await own.signIn('ada', PASSWORD);
  await fail(from(HOME), 11);
  await alsoFrom(90);
  expect((await from('192.0.2.254').signIn('ada', PASSWORD)).status).toBe(429);

  expect((await own.signIn('ada', PASSWORD)).status).toBe(200);
  expect((await own.refresh()).status).toBe(200);
});

it('counts a known browser by itself too', async () => {
  const own = from(HOME);
  await own.signIn('ada', PASSWORD);
  expect(await fail(own, 11)).toEqual([...Array(10).fill(401), 429]);
});

it('does not take the mark of one person, or a forged one, for another', async () => {
  const bob = await api.people.make('bob');
  const browser = from(STRANGER);
  await browser.signIn('bob', PASSWORD);
  const mark = browser.cookies.get('tidemark_device') ?? '';
  const ada = await api.people.make('ada2');
  await fail(from(STRANGER), 10, 'ada2');
  expect(await fail(browser, 1, 'ada2')).toEqual([429]);
  browser.cookies.set('tidemark_device', mark.replace(`${bob.id}.`, `${ada.id}.`));
  expect(await fail(browser, 1, 'ada2')).toEqual([429]);
});

it('forgets the failures of a place where the right password was given', async () => {
  await fail(from(HOME), 9);
  await from(HOME).signIn('ada', PASSWORD);
  expect(await fail(from(HOME), 10)).toEqual(Array(10).fill(401));
});

it('refuses an address that has tried a hundred names', async () => {
  await from(STRANGER).signIn('name1', 'wrong');
  await api.sql(
    `INSERT INTO sign_in_attempt (attempted_at, account, address)
     SELECT attempted_at, convert_to(n::text, 'UTF8'), address
     FROM sign_in_attempt, generate_series(2, 99) AS n`,
  );
  expect(await fail(from(STRANGER), 1, 'name100')).toEqual([401]);
  const { status, body } = await from(STRANGER).signIn('name101', 'wrong');
  expect([status, body.type]).toEqual([429, '/problems/rate-limited']);
  expect((await from(HOME).signIn('ada', PASSWORD)).status).toBe(200);
});

it('takes all of an IPv6 network for one address', async () => {
  for (let n = 1; n <= 10; n++) await fail(from(`2001:db8:1:2::${n}`), 1);
  expect(await fail(from('2001:db8:1:2:ffff::1'), 1)).toEqual([429]);
  expect(await fail(from('2001:db8:1:3::1'), 1)).toEqual([401]);
});

it('keeps nothing of what was typed as a name', async () => {
  await from(STRANGER).signIn('my-password-in-the-wrong-field', 'x');
  const kept = await api.sql<{ everything: string }>(
    `SELECT (SELECT jsonb_agg(a) FROM activity a)::text || (SELECT jsonb_agg(a) FROM sign_in_attempt a)::text
       || (SELECT jsonb_agg(f) FROM sign_in_failure f)::text AS everything`,
  );
  expect(kept[0]?.everything).toContain('unknown account');
  expect(kept[0]?.everything).not.toContain('my-password');
});

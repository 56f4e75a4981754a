import type { ClientView, Problem } from '@tidemark/contracts';
import { type Person, SpecApi } from '../support';
import { Wire } from '../support/wire';

let wire: Wire;
let api: SpecApi;
let admin: Person;

beforeAll(async () => {
  wire = await Wire.to(process.env['SPEC_DATABASE_URL'] ?? '');
  api = await SpecApi.start({ DATABASE_POOL: String(POOL), DATABASE_PATIENCE: '1' }, (url) =>
    wire.through(url),
  );
  admin = await api.people.make('admin', 'admin');
});
afterAll(async () => {
  wire.mend();
  await api.stop();
  wire.stop();
});
afterEach(() => wire.mend());

const POOL = 8;

const create = (name: string) => api.as(admin).post<ClientView & Problem>('/clients', { name });
const changes = async () =>
  (
    await api.sql<{ clients: number; trail: number }>(
      `SELECT (SELECT count(*) FROM client WHERE name IN ('Before', 'Away', 'After')) AS clients,
              (SELECT count(*) FROM activity WHERE entity_name IN ('Before', 'Away', 'After')) AS trail`,
    )
  )[0];

it('says 503 while the database is away, stays up, and goes on by itself when it is back', async () => {
  expect((await create('Before')).status).toBe(201);
  wire.cut();
  for (const answer of [
    await create('Away'),
    await api.as(admin).get<Problem>('/activities'),
    await api.anonymous.post<Problem>('/auth/login', { username: 'admin', password: 'whatever' }),
    await api.anonymous.get<Problem>('//health/ready'),
  ]) {
    expect([answer.status, answer.body.type]).toEqual([503, '/problems/database-unavailable']);
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.text).not.toMatch(/ECONN|SELECT|socket|127\.0/);
  }
  expect((await api.anonymous.get('//health/live')).status).toBe(200);
  wire.mend();
  expect((await create('After')).status).toBe(201);
  expect((await api.anonymous.get('//health/ready')).status).toBe(200);
  expect(await changes()).toEqual({ clients: 2, trail: 2 });
});

it('leaves nothing half done and nothing acknowledged lost when connections are cut during changes', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 5; round++) {
    const answers = Array.from({ length: 12 }, (_, n) => create(`Round ${round}.${n}`));
    setTimeout(() => wire.cut(), 2 + round * 3);
    for (const answer of await Promise.all(answers)) {
      expect([201, 503]).toContain(answer.status);
      if (answer.status === 201) acknowledged.push(answer.body.name);
    }
    wire.mend();
  }
  const stored = await api.sql<{ name: string }>(
    "SELECT name FROM client WHERE name LIKE 'Round%'",
  );
  expect(stored.map(({ name }) => name)).toEqual(expect.arrayContaining(acknowledged));
  const recorded = await api.sql<{ entity_name: string }>(
    "SELECT entity_name FROM activity WHERE entity_name LIKE 'Round%'",
  );
  expect(recorded.map(({ entity_name }) => entity_name).sort()).toEqual(
    stored.map(({ name }) => name).sort(),
  );
});

it('survives that the server ends its connections', async () => {
  await api.sql(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  const answers = [await create('Ended 1'), await create('Ended 2'), await create('Ended 3')];
  expect(answers.map(({ status }) => status).at(-1)).toBe(201);
});

it('tells those who wait too long for a connection that it is busy, and recovers', async () => {
  const { waiting, busy } = await api.beside(async (somebody) => {
    await somebody.query('LOCK TABLE client IN ACCESS EXCLUSIVE MODE');
    const waiting = Array.from({ length: 12 }, (_, n) => create(`Waiting ${n}`));
    await api.waiting(POOL);
    return { waiting, busy: await api.as(admin).get<Problem>('/me') };
  });
  expect([busy.status, busy.body.type]).toEqual([503, '/problems/overloaded']);
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([201, 503]));
  expect((await create('Afterwards')).status).toBe(201);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { type RunningPostgres, startPostgres } from './embedded-postgres.ts';

let folder: string;
let dataDir: string;
const running = new Set<RunningPostgres>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-embedded-'));
  dataDir = join(folder, 'data/postgres');
  // What every later start finds.
  const first = await startPostgres({ dataDir });
  await query(first.migrationUrl, 'CREATE TABLE note (text text)');
  await query(first.migrationUrl, 'GRANT INSERT, SELECT ON note TO tidemark_app');
  await query(first.url, `INSERT INTO note VALUES ('kept')`);
  await first.stop();
});

afterEach(async () => {
  for (const server of running) await server.stop();
  running.clear();
});

afterAll(() => rmSync(folder, { recursive: true }));

async function start(onExit?: () => void): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, onExit });
  running.add(server);
  return server;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = ({ home }: RunningPostgres) =>
  Number(readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);

it('lets the application work in the tables of their owner, and do nothing else', async () => {
  const { url, migrationUrl } = await start();
  await query(migrationUrl, 'CREATE TABLE draft (text text)');
  await query(migrationUrl, 'GRANT INSERT, SELECT ON draft TO tidemark_app');

  await query(url, `INSERT INTO draft VALUES ('own')`);
  expect(await query(url, 'SELECT text FROM draft')).toEqual([{ text: 'own' }]);

  await expect(query(url, 'DROP TABLE draft')).rejects.toThrow('must be owner');
  await expect(query(url, 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
  await expect(query(url, 'CREATE DATABASE mine')).rejects.toThrow('permission denied');
  await expect(query(migrationUrl, 'CREATE ROLE mine')).rejects.toThrow('permission denied');
});

it('limits statements and transactions of the application, and not those of migrations', async () => {
  const { url, migrationUrl } = await start();
  const limits = `SELECT name, setting FROM pg_settings WHERE name IN
    ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout') ORDER BY name`;
  const settings = (rows: Record<string, unknown>[]) => rows.map(({ setting }) => setting);

  expect(settings(await query(url, limits))).toEqual(['10000', '10000', '30000']);
  expect(settings(await query(migrationUrl, limits))).toEqual(['0', '0', '0']);
});

it('keeps data and passwords from one start to the next, for their owner alone', async () => {
  const { url, home } = await start();

  expect(await query(url, 'SELECT text FROM note')).toEqual([{ text: 'kept' }]);
  expect(statSync(join(home, 'passwords.json')).mode & 0o077).toBe(0);
  expect(new URL(url).password.length).toBeGreaterThan(20);
});

it('says so when the server is killed, and starts again on the same port with the data', async () => {
  const died = Promise.withResolvers<undefined>();
  const first = await start(() => died.resolve(undefined));
  process.kill(postmaster(first), 'SIGKILL');
  await died.promise;
  running.delete(first);

  const port = Number(new URL(first.url).port);
  const second = await startPostgres({ dataDir, port });
  running.add(second);

  expect(second.url).toBe(first.url);
  expect(await query(first.url, 'SELECT text FROM note')).toEqual([{ text: 'kept' }]);
});

it('copies a database with all that is in it', async () => {
  const server = await start();

  const copy = await server.createDatabase('copy', 'tidemark');

  expect(await query(copy.url, 'SELECT text FROM note')).toEqual([{ text: 'kept' }]);
  await query(copy.migrationUrl, 'DROP TABLE note');
  expect(await query(server.url, 'SELECT text FROM note')).toEqual([{ text: 'kept' }]);
});

it('orders text by code point and knows the letters of other languages', async () => {
  const { url } = await start();
  expect(await query(url, `SELECT lower('ÄØ') AS small, 'Z' < 'a' AS first`)).toEqual([
    { small: 'äø', first: true },
  ]);
});

it('leaves neither a server nor a temporary folder behind when its process is killed', async () => {
  const source = join(__dirname, 'embedded-postgres.ts');
  const code = `import { startPostgres } from '${source}';
    console.log((await startPostgres()).home);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: __dirname,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const home = String(said).trim();
  expect(existsSync(join(home, 'cluster/postmaster.pid'))).toBe(true);

  child.kill('SIGKILL');

  while (existsSync(home)) await delay(50);
});

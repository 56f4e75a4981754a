// The doctor's look at the database: the one that DATABASE_URL names or the embedded one, which is started for the
// look when the product does not run.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runningProduct } from '../only-one.mjs';
import { takeLock } from '../lock.mjs';
import { ROOT } from '../workspace.mjs';
import { absent, failed, well } from './finding.mjs';

const OLDEST_SERVER = 18;
const MAY_NOT = ['UPDATE', 'DELETE', 'TRUNCATE'];
const REFUSING = ['activity_refuses_change', 'activity_refuses_truncate'];
const REPAIR =
  'The schema was altered by hand: restore a backup, or mend it as the migrations have it.';

export async function databaseFindings({ embedded, dataDir }, installed) {
  if (!installed) return [absent('The database is looked at once the packages are installed')];
  const { url, stop, finding } = embedded
    ? await embeddedDatabase(dataDir)
    : { url: process.env.DATABASE_URL };
  if (finding) return [finding];
  try {
    return await examined(url);
  } finally {
    await stop?.();
  }
}

async function embeddedDatabase(dataDir) {
  const folder = join(dataDir, 'postgres');
  if (!existsSync(join(folder, 'passwords.json')))
    return { finding: absent('No embedded database yet; npm start makes it') };
  if (runningProduct(dataDir)) return { url: runningUrl(folder) };
  const lock = takeLock(join(dataDir, 'running.json'));
  try {
    const { startPostgres } = await import('../postgres.mjs');
    const { url, stop } = await startPostgres({ dataDir: folder });
    return { url, stop: () => stop().then(() => lock.release()) };
  } catch (error) {
    lock?.release();
    return { finding: failed(error.message, `Its log is ${join(folder, 'postgres.log')}.`) };
  }
}

/** PostgreSQL writes its port into the fourth line. */
function runningUrl(folder) {
  const password = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')).tidemark_app;
  const port = readFileSync(join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://tidemark_app:${password}@127.0.0.1:${port}/tidemark`;
}

/** Looks at the database as the application's role sees it. */
export async function examined(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(connectionString);
    return [failed(`The database ${host}${pathname} does not answer: ${error.message}`, REACH)];
  }
  try {
    const ask = async (text) => (await client.query(text)).rows;
    const migrated = await migrations(ask);
    const first = [await server(ask), migrated];
    if (migrated.state === 'absent') return first;
    return [...first, await grants(ask), await refusing(ask), await needingActivity(ask)];
  } finally {
    await client.end();
  }
}

const REACH = 'Check that it runs, and the host, name and password in DATABASE_URL.';

async function server(ask) {
  const [{ version, number }] = await ask(
    `SELECT current_setting('server_version') AS version,
            current_setting('server_version_num')::int AS number`,
  );
  return number >= OLDEST_SERVER * 10_000
    ? well(`PostgreSQL ${version} answers`)
    : failed(`PostgreSQL ${version} is too old`, `Use PostgreSQL ${OLDEST_SERVER} or newer.`);
}

async function migrations(ask) {
  const wanted = readdirSync(join(ROOT, 'apps/api/src/migrations'))
    .map((file) => /^(\d+)-(\w+)\.ts$/.exec(file))
    .flatMap((match) => (match ? [`${match[2]}${match[1]}`] : []));
  const [{ there }] = await ask(`SELECT to_regclass('migrations') IS NOT NULL AS there`);
  if (!there) return absent('The database is empty; npm start migrates it');
  const applied = (await ask('SELECT name FROM migrations')).map(({ name }) => name);
  const pending = wanted.filter((name) => !applied.includes(name));
  const unknown = applied.filter((name) => !wanted.includes(name));
  if (unknown.length > 0)
    return failed(`The database is newer: ${unknown.join(', ')}`, 'Update this checkout.');
  return pending.length === 0
    ? well(`All ${applied.length} migrations are applied`)
    : failed(`Not applied: ${pending.join(', ')}`, 'Start the product: it migrates first.');
}

async function grants(ask) {
  const held = [];
  for (const right of MAY_NOT) {
    const [{ may }] = await ask(
      `SELECT has_table_privilege(current_user, 'activity', '${right}') AS may`,
    );
    if (may) held.push(right);
  }
  const [{ role }] = await ask('SELECT current_user AS role');
  return held.length === 0
    ? well(`The role ${role} can only read and add to the trail`)
    : failed(`The role ${role} may ${held.join(', ')} on the trail`, SEPARATE);
}

const SEPARATE =
  'Triggers still refuse. Use two roles: DATABASE_URL for one that owns nothing, and ' +
  'MIGRATION_DATABASE_URL for the owner; the next start gives the right grants.';

async function refusing(ask) {
  const rows = await ask(
    `SELECT tgname FROM pg_trigger WHERE tgrelid = 'activity'::regclass AND tgenabled = 'A'`,
  );
  const missing = REFUSING.filter((name) => !rows.some(({ tgname }) => tgname === name));
  return missing.length === 0
    ? well('The trail refuses changes, whoever makes them')
    : failed(`Missing or not always enabled: ${missing.join(', ')}`, REPAIR);
}

async function needingActivity(ask) {
  const rows = await ask(
    `SELECT relname AS table, tgenabled <> 'D' AS enabled
       FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
      WHERE tgname LIKE '%\\_needs\\_activity' ORDER BY 1`,
  );
  const tables = (enabled) => rows.filter((row) => row.enabled === enabled).map((row) => row.table);
  if (rows.length === 0 || tables(false).length > 0)
    return failed(
      `These may change without an activity: ${tables(false).join(', ') || 'all tables'}`,
      REPAIR,
    );
  return well(`No change without an activity: ${tables(true).join(', ')}`);
}

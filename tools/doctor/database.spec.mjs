import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { startPostgres } from '../postgres.mjs';
import { ROOT } from '../workspace.mjs';
import { examined } from './database.mjs';

const APPLIED = readdirSync(join(ROOT, 'apps/api/src/migrations'))
  .map((file) => /^(\d+)-(\w+)\.ts$/.exec(file))
  .flatMap((match) => (match ? [`${match[2]}${match[1]}`] : []));
const SOUND = `
  CREATE TABLE migrations (name text);
  INSERT INTO migrations VALUES ('${APPLIED.join("'), ('")}');
  CREATE TABLE activity (id int);
  CREATE TABLE client (id int);
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
  CREATE TRIGGER activity_refuses_change BEFORE UPDATE ON activity
    FOR EACH ROW EXECUTE FUNCTION refuse();
  CREATE TRIGGER activity_refuses_truncate BEFORE TRUNCATE ON activity EXECUTE FUNCTION refuse();
  CREATE TRIGGER client_needs_activity AFTER INSERT ON client EXECUTE FUNCTION refuse();
  ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_refuses_change;
  ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_refuses_truncate;
  GRANT SELECT ON migrations TO tidemark_app;
  GRANT SELECT, INSERT ON activity TO tidemark_app`;
let postgres;
let databases = 0;

before(async () => {
  postgres = await startPostgres();
});
after(() => postgres.stop());

async function findingsAfter(...statements) {
  const { url, migrationUrl } = await postgres.createDatabase(`doctor_${++databases}`);
  const owner = new pg.Client({ connectionString: migrationUrl });
  await owner.connect();
  for (const statement of statements) await owner.query(statement);
  await owner.end();
  return examined(url);
}

const failures = (findings) => findings.filter(({ state }) => state === 'failed');

test('a sound database has nothing to mend', async () => {
  const findings = await findingsAfter(SOUND);
  assert.deepEqual(failures(findings), []);
  assert.ok(findings.length > 3);
});

test('an empty database is no failure', async () => {
  const findings = await findingsAfter();
  assert.deepEqual(failures(findings), []);
  assert.match(findings.at(-1).what, /empty/);
});

for (const [what, statement, expected] of [
  [
    'a role that may change the trail',
    'GRANT UPDATE, DELETE ON activity TO tidemark_app',
    /may UPDATE, DELETE on the trail/,
  ],
  [
    'a trigger that replication walks past',
    'ALTER TABLE activity ENABLE TRIGGER activity_refuses_change',
    /not always enabled: activity_refuses_change/,
  ],
  [
    'a trigger that was dropped',
    'DROP TRIGGER activity_refuses_truncate ON activity',
    /activity_refuses_truncate/,
  ],
  [
    'a table whose net is switched off',
    'ALTER TABLE client DISABLE TRIGGER client_needs_activity',
    /change without an activity: client/,
  ],
  [
    'a migration that is missing',
    `DELETE FROM migrations WHERE name = '${APPLIED[0]}'`,
    /Not applied/,
  ],
  ['a database of a later version', `INSERT INTO migrations VALUES ('Later9')`, /newer: Later9/],
])
  test(`${what} is found, and the way to mend it is said`, async () => {
    const [failure, ...others] = failures(await findingsAfter(SOUND, statement));
    assert.deepEqual(others, []);
    assert.match(failure.what, expected);
    assert.ok(failure.fix);
  });

test('a database that does not answer is named without its password', async () => {
  const [failure] = await examined('postgres://someone:secret@127.0.0.1:1/nowhere');
  assert.match(failure.what, /127\.0\.0\.1:1\/nowhere does not answer/);
  assert.doesNotMatch(JSON.stringify(failure), /secret/);
});

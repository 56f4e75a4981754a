import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { schemaChanges } from './schema-changes.mjs';
import { writeMigration } from './write-migration.mjs';

const NOW = 1_800_000_000_000;
const INDEX = `import type { MigrationInterface } from 'typeorm';
import { CreateTrail1763900000000 } from './1763900000000-CreateTrail';

/** In the order in which they are applied. */
export const migrations: (new () => MigrationInterface)[] = [CreateTrail1763900000000];
`;
const CHANGES = {
  up: ['CREATE TABLE "expense" ("id" int NOT NULL, "amount" numeric(12,2) DEFAULT \'`${1}\')'],
  down: ['DROP TABLE "expense"'],
  guards: [
    { table: 'expense', type: 'expense', columns: ['amount'], id: 'id' },
    { table: 'share', type: 'expense', columns: ['a', 'b'], id: 'expense_id', before: ['a'] },
  ],
};
let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tidemark-migration-'));
  mkdirSync(join(root, 'apps/api/src/migrations'), { recursive: true });
  writeFileSync(join(root, 'apps/api/src/migrations/index.ts'), INDEX);
});
afterEach(() => rmSync(root, { recursive: true }));

async function written(now = NOW) {
  const file = await writeMigration('CreateExpense', CHANGES, root, now);
  return { file, text: readFileSync(join(root, file), 'utf8') };
}

test('the migrations make exactly what the entities and their subjects say', async () => {
  assert.deepEqual(await schemaChanges(), { up: [], down: [], guards: [] });
});

test('a new table is made together with the trigger that wants its activity', async () => {
  const { text } = await written();
  const [up, down] = text.split('async down');
  assert.match(up, /CREATE TABLE "expense" \(\n +"id" int NOT NULL,\n +"amount" numeric\(12,2\)/);
  assert.match(up, /requireActivity\(runner, 'expense', 'expense', \['amount'\]\)/);
  assert.match(down, /DROP TABLE "expense"/);
});

test('a trigger that wants more columns than before goes back to what it wanted', async () => {
  const [up, down] = (await written()).text.split('async down');
  assert.match(up, /requireActivity\(runner, 'share', 'expense', \['a', 'b'\], 'expense_id'\)/);
  assert.match(down, /requireActivity\(runner, 'share', 'expense', \['a'\], 'expense_id'\)/);
});

test('the text of a statement stays what it was', async () => {
  assert.match((await written()).text, /DEFAULT '\\`\\\$\{1\}'/);
});

test('the list of migrations names it last', async () => {
  await written();
  const index = readFileSync(join(root, 'apps/api/src/migrations/index.ts'), 'utf8');
  assert.match(
    index,
    /import \{ CreateExpense1800000000000 \} from '.\/1800000000000-CreateExpense'/,
  );
  assert.match(index, /CreateTrail1763900000000,\s+CreateExpense1800000000000,?\s*\];/);
});

test('a clock that is behind does not put it before one that is there', async () => {
  await written(NOW);
  assert.match((await written(NOW - 1_000)).file, /1800000000001-CreateExpense\.ts$/);
});

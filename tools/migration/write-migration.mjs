// Writes a migration in the style of its neighbours and adds it to their list.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from '../workspace.mjs';

const FOLDER = 'apps/api/src/migrations';

/**
 * @param changes as `schemaChanges` gives them
 * @returns the path of the new file
 */
export async function writeMigration(name, changes, root = ROOT, now = Date.now()) {
  const folder = join(root, FOLDER);
  const timestamp = Math.max(now, latest(folder) + 1);
  const file = `${timestamp}-${name}.ts`;
  await write(join(folder, file), migration(`${name}${timestamp}`, name, changes));
  const index = join(folder, 'index.ts');
  await write(index, withMigration(readFileSync(index, 'utf8'), `${name}${timestamp}`, file));
  return `${FOLDER}/${file}`;
}

function migration(className, name, { up, down, guards }) {
  const made = guards.filter(({ before }) => !before);
  const widened = guards.filter(({ before }) => before);
  return `
    ${guards.length > 0 ? `import { requireActivity } from '@tidemark/api/platform';` : ''}
    import type { MigrationInterface, QueryRunner } from 'typeorm';

    /** ${sentence(name)}. */
    export class ${className} implements MigrationInterface {
      readonly name = '${className}';

      async up(runner: QueryRunner): Promise<void> {
        ${up.map(statement).join('\n')}
        ${[...made, ...widened].map((guard) => requireActivity(guard, guard.columns)).join('\n')}
      }

      async down(runner: QueryRunner): Promise<void> {
        ${widened.map((guard) => requireActivity(guard, guard.before)).join('\n')}
        ${down.map(statement).join('\n')}
      }
    }
  `;
}

function statement(sql) {
  const text = columnsOnLines(sql).replaceAll('\\', '\\\\').replaceAll('`', '\\`');
  return `await runner.query(\`${text.replaceAll('${', '\\${')}\`);`;
}

/** TypeORM writes a table on one line. */
function columnsOnLines(sql) {
  const table = /^(CREATE TABLE "\w+" )\((.*)\)$/s.exec(sql);
  if (!table) return sql;
  let depth = 0;
  const lines = [...table[2]].map((letter) => {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    return letter === ',' && depth === 0 ? ',\n     ' : letter;
  });
  return `\n    ${table[1]}(\n      ${lines.join('').trim()}\n    )`;
}

function requireActivity({ table, type, id }, columns) {
  const words = [table, type].map((word) => `'${word}'`).join(', ');
  const list = columns.map((column) => `'${column}'`).join(', ');
  const idColumn = id === 'id' ? '' : `, '${id}'`;
  return `await requireActivity(runner, ${words}, [${list}]${idColumn});`;
}

/** "CreateExpense" → "Create expense" */
function sentence(name) {
  const words = name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.trim();
}

function withMigration(index, className, file) {
  const line = `import { ${className} } from './${file.replace(/\.ts$/, '')}';`;
  const lastImport = index.lastIndexOf('\nimport ');
  const end = index.indexOf('\n', lastImport + 1);
  const imported = `${index.slice(0, end)}\n${line}${index.slice(end)}`;
  return imported.replace(/,?\s*\];/, `, ${className}];`);
}

function latest(folder) {
  return Math.max(0, ...readdirSync(folder).map((file) => Number.parseInt(file) || 0));
}

async function write(file, content) {
  const config = await resolveConfig(join(ROOT, 'package.json'));
  writeFileSync(file, await format(content, { ...config, filepath: file }));
}

// Compares the entities with what the migrations make, on a database that is thrown away.
import { globSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleApi } from '../bundle-api.mjs';
import { startPostgres } from '../postgres.mjs';
import { ROOT } from '../workspace.mjs';

const BUNDLE = join(ROOT, 'node_modules/.cache/tidemark/entities.mjs');
/** The trail is made by hand: its indexes have directions that decorators cannot say. */
const BY_HAND = /"activity_\w+_idx"/;

/**
 * @returns SQL statements `up` and `down` in the order in which they run, and `guards`: the tables whose trigger must be
 * made or widened so that no audited column changes without an activity
 */
export async function schemaChanges() {
  const postgres = await startPostgres();
  try {
    const { modules, dataSourceOptions, typeorm } = await loadEntities();
    const exported = modules.flatMap((module) => Object.values(module));
    const dataSource = await new typeorm.DataSource({
      ...dataSourceOptions(postgres.migrationUrl),
      entities: exported.filter((value) => isEntity(value, typeorm)),
    }).initialize();
    try {
      return await compare(dataSource, exported.filter(isSubject));
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await postgres.stop();
  }
}

async function compare(dataSource, subjects) {
  await dataSource.runMigrations();
  const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
  const byDecorators = (queries) =>
    queries.map(({ query }) => query).filter((query) => !BY_HAND.test(query));
  const triggers = await existingTriggers(dataSource);
  return {
    up: byDecorators(upQueries),
    down: byDecorators(downQueries).reverse(),
    guards: subjects.flatMap((subject) => missingGuard(dataSource, subject, triggers)),
  };
}

/** Entities need their decorators' metadata, so they are bundled as the API is. */
async function loadEntities() {
  const files = globSync('libs/api/*/src/**/*.{entity,activity}.ts', { cwd: ROOT });
  const lines = files.map((file, index) => `import * as module${index} from './${file}';`);
  const names = files.map((_, index) => `module${index}`);
  mkdirSync(join(BUNDLE, '..'), { recursive: true });
  await bundleApi({
    stdin: {
      resolveDir: ROOT,
      loader: 'js',
      contents: [
        `import 'reflect-metadata';`,
        ...lines,
        `export * as typeorm from 'typeorm';`,
        `export { dataSourceOptions } from './apps/api/src/data-source';`,
        `export const modules = [${names.join(', ')}];`,
      ].join('\n'),
    },
    outfile: BUNDLE,
    logLevel: 'error',
  });
  return import(pathToFileURL(BUNDLE).href);
}

function isEntity(value, { getMetadataArgsStorage }) {
  return getMetadataArgsStorage().tables.some(({ target }) => target === value);
}

function isSubject(value) {
  return Array.isArray(value?.audited) && typeof value.entity === 'function';
}

/** A trigger may want more than the audited columns, and never less. */
function missingGuard(dataSource, subject, triggers) {
  const metadata = dataSource.getMetadata(subject.entity);
  const columnOf = (property) =>
    metadata.findColumnWithPropertyName(property)?.databaseName ?? property;
  // What an entity works out from its columns needs no guard of its own: the columns have one.
  const audited = subject.audited
    .filter((property) => metadata.findColumnWithPropertyName(property))
    .map(columnOf);
  const before = triggers.find(({ table }) => table === metadata.tableName);
  if (before && audited.every((column) => before.columns.includes(column))) return [];
  const columns = [...new Set([...(before?.columns ?? []), ...audited])];
  const id = columnOf(idProperty(subject));
  return [{ table: metadata.tableName, type: subject.type, columns, id, before: before?.columns }];
}

/** A row that belongs to another entity names the property with that entity's id by a function. */
function idProperty({ entityId }) {
  return entityId?.(new Proxy({}, { get: (_, property) => property })) ?? 'id';
}

async function existingTriggers(dataSource) {
  const rows = await dataSource.query(
    `SELECT relname AS table, encode(tgargs, 'escape') AS args
       FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
      WHERE tgname = relname || '_needs_activity'`,
  );
  return rows.map(({ table, args }) => {
    const [, , columns] = args.split('\\000');
    return { table, columns: columns.slice(1, -1).split(',') };
  });
}

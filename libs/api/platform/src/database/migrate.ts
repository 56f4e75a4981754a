import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

/** One lock for everybody who starts at the same moment; the number means nothing. */
const MIGRATION_LOCK = 7_203_114;

/**
 * Brings the database to the newest schema while holding an advisory lock, then gives the application's
 * role what it may do: everything on the business tables, but only SELECT and INSERT on the trail.
 *
 * @param options data source options of the owner role, with `migrations`
 * @param appUrl connection of the application; grants are given when its role is another one
 */
export async function migrate(
  options: DataSourceOptions,
  ownerUrl: string,
  appUrl: string,
): Promise<void> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = await new DataSource(options).initialize();
    try {
      await dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await dataSource.destroy();
    }
    const role = decodeURIComponent(new URL(appUrl).username);
    if (role && role !== decodeURIComponent(new URL(ownerUrl).username)) await grant(lock, role);
  } finally {
    await lock.end();
  }
}

async function grant(client: Client, role: string): Promise<void> {
  const app = client.escapeIdentifier(role);
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${app};
    REVOKE UPDATE, DELETE, TRUNCATE ON activity FROM ${app};
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON migrations FROM ${app};`);
}

/** Identifies a schema by its migrations: specs keep one migrated template for each. */
export function schemaStamp(migrations: readonly { name: string }[]): string {
  const names = migrations.map(({ name }) => name).join();
  return createHash('sha256').update(names).digest('hex').slice(0, 12);
}

import { randomBytes } from 'node:crypto';
import { schemaStamp } from '@tidemark/api/platform';
import { Client } from 'pg';
import { migrateDatabase } from '../../src/data-source';
import { migrations } from '../../src/migrations';

export interface SpecDatabase {
  /** For the application's role. */
  url: string;
  /** For the role that owns the tables. */
  migrationUrl: string;
  /** For a superuser, who can do what an attacker with the server could. */
  adminUrl: string;
  drop(): Promise<void>;
}

const TEMPLATE_LOCK = 551_208;

/** A migrated database of its own: a copy of a template that the first spec file makes. */
export async function specDatabase(): Promise<SpecDatabase> {
  const app = process.env['SPEC_DATABASE_URL'] ?? '';
  const owner = process.env['SPEC_MIGRATION_DATABASE_URL'] ?? app;
  const admin = process.env['SPEC_ADMIN_DATABASE_URL'] ?? owner;
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await onServer(admin, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const template = await migratedTemplate(client, app, owner);
    await client.query(
      `CREATE DATABASE ${name} TEMPLATE ${template} OWNER tidemark STRATEGY FILE_COPY`,
    );
  });
  return {
    url: inDatabase(app, name),
    migrationUrl: inDatabase(owner, name),
    adminUrl: inDatabase(admin, name),
    drop: () =>
      onServer(admin, async (client) => {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
}

async function migratedTemplate(client: Client, app: string, owner: string): Promise<string> {
  const template = `spec_template_${schemaStamp(migrations)}`;
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (rowCount) return template;
  await client.query(`CREATE DATABASE ${template} OWNER tidemark`);
  await migrateDatabase({
    DATABASE_URL: inDatabase(app, template),
    MIGRATION_DATABASE_URL: inDatabase(owner, template),
  });
  return template;
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

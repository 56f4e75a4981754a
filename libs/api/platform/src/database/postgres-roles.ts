// Three roles, so that the product can never do more than it needs: `postgres` makes databases, `tidemark` owns
// the tables and migrates them, `tidemark_app` works in them.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Client } from 'pg';

/** Connection strings of one database: for the application's role, and for the owner of its tables. */
export interface DatabaseUrls {
  url: string;
  migrationUrl: string;
}

/** A server on which databases can be made, also from another process than the one that started it. */
export interface PostgresServer extends DatabaseUrls {
  /** Connects as superuser to the database `postgres`. */
  adminUrl: string;
}

export interface Passwords {
  postgres: string;
  tidemark: string;
  tidemark_app: string;
}

const DATABASE = 'tidemark';
const NO_SUCH_DATABASE_YET = `SELECT FROM pg_database WHERE datname = '${DATABASE}'`;

/**
 * The passwords of one cluster, generated for a new one and kept in a file that only its owner can read.
 * @throws Error when they are lost
 */
export function keptPasswords(file: string, isNew: boolean): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  if (!isNew)
    throw new Error(
      `The passwords of the database are gone. Restore ${file}, or move its folder away to begin anew.`,
    );
  const password = () => randomBytes(24).toString('base64url');
  const made = { postgres: password(), tidemark: password(), tidemark_app: password() };
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

export function serverAt(port: number, passwords: Passwords): PostgresServer {
  const url = (role: keyof Passwords, database: string) =>
    `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
  return {
    adminUrl: url('postgres', 'postgres'),
    migrationUrl: url('tidemark', DATABASE),
    url: url('tidemark_app', DATABASE),
  };
}

/** Makes the roles and the database where they are missing, and sets the limits of the application's role. */
export async function prepare({ adminUrl }: PostgresServer, passwords: Passwords): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    for (const role of ['tidemark', 'tidemark_app'] as const) {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      const password = client.escapeLiteral(passwords[role]);
      if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${password}`);
    }
    await client.query(`
      ALTER ROLE tidemark_app SET statement_timeout = '10s';
      ALTER ROLE tidemark_app SET idle_in_transaction_session_timeout = '10s';
      ALTER ROLE tidemark_app SET transaction_timeout = '30s'`);
    const { rowCount } = await client.query(NO_SUCH_DATABASE_YET);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER tidemark`);
  });
}

/**
 * Makes one more database on the server, empty or as a copy of `template`. Copying takes milliseconds, so
 * every spec file can have a migrated database of its own. Nobody may be connected to the template.
 */
export async function createDatabase(
  server: PostgresServer,
  name: string,
  template = 'template1',
): Promise<DatabaseUrls> {
  await asAdmin(server.adminUrl, async (client) => {
    const [copy, original] = [client.escapeIdentifier(name), client.escapeIdentifier(template)];
    await client.query(
      `CREATE DATABASE ${copy} TEMPLATE ${original} OWNER tidemark STRATEGY FILE_COPY`,
    );
  });
  const renamed = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { url: renamed(server.url), migrationUrl: renamed(server.migrationUrl) };
}

async function asAdmin(adminUrl: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

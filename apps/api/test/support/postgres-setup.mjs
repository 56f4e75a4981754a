// One temporary PostgreSQL for all API specs; every spec file gets a database of its own in it.
const EMBEDDED = new URL(
  '../../../../libs/api/platform/src/database/embedded-postgres.ts',
  import.meta.url,
).href;

export default async function () {
  if (process.env.SPEC_DATABASE_URL) return;
  const { startPostgres } = await import(EMBEDDED);
  const postgres = await startPostgres();
  globalThis.specPostgres = postgres;
  process.env.SPEC_DATABASE_URL = postgres.url;
  process.env.SPEC_ADMIN_DATABASE_URL = postgres.adminUrl;
  process.env.SPEC_MIGRATION_DATABASE_URL = postgres.migrationUrl;
}

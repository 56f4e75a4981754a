// The embedded PostgreSQL of the platform lib, whose sources Node runs as they are.
export const { startPostgres } = await import(
  new URL('../libs/api/platform/src/database/embedded-postgres.ts', import.meta.url)
);

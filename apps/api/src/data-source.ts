import { type Config, migrate, SnakeNaming } from '@tidemark/api/platform';
import type { DataSourceOptions } from 'typeorm';
import { migrations } from './migrations';

/** Options of the role that owns the tables: migrations, no entities, no time limits. */
export function dataSourceOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'tidemark-migrations',
    namingStrategy: new SnakeNaming(),
    migrations,
    poolSize: 2,
  };
}

/** Brings the database to the newest schema; several processes that start at once take turns. */
export function migrateDatabase(
  config: Pick<Config, 'DATABASE_URL' | 'MIGRATION_DATABASE_URL'>,
): Promise<void> {
  const owner = config.MIGRATION_DATABASE_URL ?? config.DATABASE_URL;
  return migrate(dataSourceOptions(owner), owner, config.DATABASE_URL);
}

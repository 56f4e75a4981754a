import { types } from 'pg';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import type { Config } from '../config/config';
import { SnakeNaming } from './naming-strategy';

// bigint arrives as text; every id and count here fits a JavaScript number.
types.setTypeParser(types.builtins.INT8, Number);

/** How long one statement, an idle transaction and a whole transaction may take, with a patience of 1. */
const STATEMENT_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;
const TRANSACTION_TIMEOUT_MS = 30_000;
/** How long a request waits for a connection before it is told that the product is busy. */
const CONNECT_TIMEOUT_MS = 2_000;

const limits = (patience: number) =>
  [
    `-c statement_timeout=${STATEMENT_TIMEOUT_MS * patience}`,
    `-c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_TIMEOUT_MS * patience}`,
    `-c transaction_timeout=${TRANSACTION_TIMEOUT_MS * patience}`,
    '-c timezone=UTC',
  ].join(' ');

/** Connection options for the application's pool. Entities register themselves by `DatabaseModule.forFeature`. */
export function databaseOptions(
  config: Pick<Config, 'DATABASE_URL' | 'DATABASE_POOL' | 'DATABASE_PATIENCE'>,
  onPoolError: (error: Error) => void,
): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    applicationName: 'tidemark',
    namingStrategy: new SnakeNaming(),
    poolSize: config.DATABASE_POOL,
    poolErrorHandler: onPoolError,
    synchronize: false,
    installExtensions: false,
    extra: {
      options: limits(config.DATABASE_PATIENCE),
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS * config.DATABASE_PATIENCE,
      // A server that vanished without a word must not hold a request for ever.
      query_timeout: STATEMENT_TIMEOUT_MS * config.DATABASE_PATIENCE + 2_000,
      keepAlive: true,
    },
  };
}

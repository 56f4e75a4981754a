import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { migrations } from '../src/migrations';
import { dataSourceOptions } from '../src/data-source';
import { SpecApi } from './support';
import { specDatabase } from './support/database';

let api: SpecApi;

beforeAll(async () => {
  api = await SpecApi.start();
});
afterAll(() => api.stop());

it('has entities that agree with the migrations', async () => {
  const dataSource = api.app.get<DataSource>(getDataSourceToken());
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  // The trail is made by hand: its indexes have directions that decorators cannot say.
  const differences = upQueries
    .map(({ query }) => query)
    .filter((query) => !/activity_\w+_idx/.test(query));
  expect(differences).toEqual([]);
});

it('can take every migration back and apply it again', async () => {
  // One of its own: tables made anew are not granted to the application, as those of an installation are.
  const database = await specDatabase();
  const dataSource = await new DataSource(dataSourceOptions(database.migrationUrl)).initialize();
  for (let left = migrations.length; left > 0; left--) await dataSource.undoLastMigration();
  const tables = await dataSource.query(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  expect(tables).toEqual([]);
  await dataSource.runMigrations();
  await dataSource.destroy();
  await database.drop();
});

it('guards every table of the business by a trigger that wants an activity', async () => {
  const rows = await api.sql<{ relname: string }>(
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
     AND oid NOT IN (SELECT tgrelid FROM pg_trigger WHERE tgname LIKE '%_needs_activity') ORDER BY relname`,
  );
  // Sessions and invitations are secrets of sign-in, the rest is bookkeeping: none of it is business.
  // A number of the series changes with an invoice, which has its activity.
  expect(rows.map(({ relname }) => relname)).toEqual([
    'activity',
    'invitation',
    'invoice_series',
    'mail_message',
    'migrations',
    'refresh_token',
    'session',
    'sign_in_attempt',
    'sign_in_failure',
  ]);
});

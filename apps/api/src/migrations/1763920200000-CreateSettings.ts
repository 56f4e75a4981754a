import { requireActivity } from '@tidemark/api/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the organisation sets for everybody. Setting the product up changes its time zone. */
export class CreateSettings1763920200000 implements MigrationInterface {
  readonly name = 'CreateSettings1763920200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETTING);
    await runner.query(DEFAULTS);
    await requireActivity(runner, 'setting', 'setting', ['name', 'value']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE setting');
  }
}

const SETTING = `
  CREATE TABLE setting (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(50) NOT NULL UNIQUE,
    value text
  )`;

// Where people are at work already, their first administrator's zone is the organisation's.
const DEFAULTS = `
  INSERT INTO setting (name, value) VALUES
    ('time_zone', coalesce(
      (SELECT time_zone FROM "user" WHERE role = 'admin' ORDER BY id LIMIT 1), 'UTC'
    )),
    ('late_edit_days', '30')`;

import { requireActivity } from '@tidemark/api/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates for time entries, and saved filters of the activity page. */
export class CreateTemplatesAndFilters1763910300000 implements MigrationInterface {
  readonly name = 'CreateTemplatesAndFilters1763910300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEMPLATE);
    await runner.query(SAVED_FILTER);
    await requireActivity(runner, 'time_entry_template', 'time_entry_template', [
      'user_id',
      'name',
      'project_id',
      'task_id',
      'note',
      'billable',
    ]);
    await requireActivity(runner, 'saved_filter', 'saved_filter', [
      'user_id',
      'name',
      'scope',
      'filter',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_filter, time_entry_template');
  }
}

const TEMPLATE = `
  CREATE TABLE time_entry_template (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id int NOT NULL REFERENCES "user" ON DELETE RESTRICT,
    name varchar(255) COLLATE "unicode" NOT NULL,
    project_id int NOT NULL REFERENCES project ON DELETE RESTRICT,
    task_id int,
    note text NOT NULL DEFAULT '',
    billable boolean NOT NULL DEFAULT true,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    FOREIGN KEY (task_id, project_id) REFERENCES task (id, project_id) ON DELETE RESTRICT
  );
  CREATE UNIQUE INDEX time_entry_template_name_key ON time_entry_template (user_id, lower(name));
  CREATE INDEX time_entry_template_project_id_idx ON time_entry_template (project_id);
  CREATE INDEX time_entry_template_task_id_idx ON time_entry_template (task_id)`;

const SAVED_FILTER = `
  CREATE TABLE saved_filter (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id int NOT NULL REFERENCES "user" ON DELETE RESTRICT,
    name varchar(255) COLLATE "unicode" NOT NULL,
    scope varchar(20) NOT NULL DEFAULT 'oneself'
      CONSTRAINT saved_filter_scope_check CHECK (scope IN ('oneself', 'everybody')),
    filter jsonb NOT NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE UNIQUE INDEX saved_filter_name_key ON saved_filter (user_id, lower(name))`;

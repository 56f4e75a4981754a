import { requireActivity } from '@tidemark/api/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clients, projects with members and favorites, tasks, and time entries. */
export class CreateWork1763900200000 implements MigrationInterface {
  readonly name = 'CreateWork1763900200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CLIENT, PROJECT, MEMBER, FAVORITE, TASK, TIME_ENTRY]) {
      await runner.query(statement);
    }
    for (const [table, type, columns, id] of AUDITED) {
      await requireActivity(runner, table, type, columns, id);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE time_entry, task, project_favorite, project_member, project, client',
    );
  }
}

// Names sort as people expect ("unicode": accents and letter case come second), and two clients whose names
// differ only in letter case are one too many.
const CLIENT = `
  CREATE TABLE client (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(255) COLLATE "unicode" NOT NULL,
    email varchar(254),
    note text NOT NULL DEFAULT '',
    archived_at timestamptz(3),
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE UNIQUE INDEX client_name_key ON client (lower(name))`;

const PROJECT = `
  CREATE TABLE project (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(255) COLLATE "unicode" NOT NULL,
    description text NOT NULL DEFAULT '',
    client_id int NOT NULL REFERENCES client ON DELETE RESTRICT,
    color varchar(7) NOT NULL,
    hourly_rate numeric(12,2),
    budget_hours numeric(8,2),
    status varchar(20) NOT NULL DEFAULT 'active'
      CONSTRAINT project_status_check
        CHECK (status IN ('active', 'on_hold', 'completed', 'archived')),
    archived_reason text
      CONSTRAINT project_archived_reason_check
        CHECK (status = 'archived' OR archived_reason IS NULL),
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX project_client_id_idx ON project (client_id)`;

const MEMBER = `
  CREATE TABLE project_member (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id int NOT NULL REFERENCES project ON DELETE RESTRICT,
    user_id int NOT NULL REFERENCES "user" ON DELETE RESTRICT,
    role varchar(20) NOT NULL
      CONSTRAINT project_member_role_check CHECK (role IN ('lead', 'member')),
    UNIQUE (project_id, user_id)
  );
  CREATE INDEX project_member_user_id_project_id_idx ON project_member (user_id, project_id)`;

const FAVORITE = `
  CREATE TABLE project_favorite (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id int NOT NULL REFERENCES project ON DELETE RESTRICT,
    user_id int NOT NULL REFERENCES "user" ON DELETE RESTRICT,
    UNIQUE (user_id, project_id)
  );
  CREATE INDEX project_favorite_project_id_idx ON project_favorite (project_id)`;

const TASK = `
  CREATE TABLE task (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project_id int NOT NULL REFERENCES project ON DELETE RESTRICT,
    name varchar(255) COLLATE "unicode" NOT NULL,
    description text NOT NULL DEFAULT '',
    status varchar(20) NOT NULL DEFAULT 'todo'
      CONSTRAINT task_status_check
        CHECK (status IN ('todo', 'in_progress', 'review', 'done', 'cancelled')),
    priority varchar(20) NOT NULL DEFAULT 'medium'
      CONSTRAINT task_priority_check CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
    assigned_to int REFERENCES "user" ON DELETE RESTRICT,
    due_date date,
    estimate_hours numeric(8,2),
    created_by int NOT NULL REFERENCES "user" ON DELETE RESTRICT,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    UNIQUE (id, project_id)
  );
  CREATE INDEX task_project_id_status_idx ON task (project_id, status);
  CREATE INDEX task_assigned_to_idx ON task (assigned_to)`;

// A running timer is an entry without an end: the partial index lets a person have one.
const TIME_ENTRY = `
  CREATE TABLE time_entry (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id int NOT NULL REFERENCES "user" ON DELETE RESTRICT,
    project_id int NOT NULL REFERENCES project ON DELETE RESTRICT,
    task_id int,
    note text NOT NULL DEFAULT '',
    billable boolean NOT NULL DEFAULT true,
    source varchar(20) NOT NULL
      CONSTRAINT time_entry_source_check CHECK (source IN ('timer', 'manual')),
    started_at timestamptz(3) NOT NULL,
    ended_at timestamptz(3)
      CONSTRAINT time_entry_ended_at_check CHECK (ended_at >= started_at),
    FOREIGN KEY (task_id, project_id) REFERENCES task (id, project_id) ON DELETE RESTRICT
  );
  CREATE UNIQUE INDEX time_entry_running_idx ON time_entry (user_id) WHERE ended_at IS NULL;
  CREATE INDEX time_entry_user_id_started_at_idx ON time_entry (user_id, started_at);
  CREATE INDEX time_entry_project_id_started_at_idx ON time_entry (project_id, started_at);
  CREATE INDEX time_entry_task_id_idx ON time_entry (task_id);
  CREATE INDEX time_entry_started_at_idx ON time_entry (started_at);
  CREATE INDEX time_entry_ended_at_idx ON time_entry (ended_at)`;

const AUDITED: [table: string, type: string, columns: string[], id?: string][] = [
  ['client', 'client', ['name', 'email', 'note', 'archived_at']],
  [
    'project',
    'project',
    [
      'name',
      'description',
      'client_id',
      'color',
      'hourly_rate',
      'budget_hours',
      'status',
      'archived_reason',
    ],
  ],
  ['project_member', 'project', ['role', 'user_id'], 'project_id'],
  ['project_favorite', 'project', ['user_id'], 'project_id'],
  [
    'task',
    'task',
    ['name', 'description', 'status', 'priority', 'assigned_to', 'due_date', 'estimate_hours'],
  ],
  [
    'time_entry',
    'time_entry',
    ['user_id', 'project_id', 'task_id', 'note', 'billable', 'started_at', 'ended_at'],
  ],
];

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail: one append-only table, its seven indexes, the triggers that refuse everything but INSERT, and
 * the function behind the deferred triggers of the business tables.
 */
export class CreateTrail1763900000000 implements MigrationInterface {
  readonly name = 'CreateTrail1763900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    for (const index of INDEXES) await runner.query(index);
    await runner.query(REFUSE_CHANGES);
    await runner.query(REQUIRE_ACTIVITY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE activity');
    await runner.query('DROP FUNCTION refuse_activity_change');
    await runner.query('DROP FUNCTION require_activity');
  }
}

// created_at has milliseconds because a JavaScript Date has, and cursors must compare exactly.
const TABLE = `
  CREATE TABLE activity (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    user_id int,
    source text NOT NULL,
    action text NOT NULL,
    entity_type text NOT NULL,
    entity_id bigint,
    project_id int,
    entity_name text NOT NULL,
    description text NOT NULL,
    extra_data jsonb NOT NULL DEFAULT '{}',
    changes jsonb NOT NULL DEFAULT '[]',
    ip_address inet,
    user_agent text,
    request_id text,
    batch_id uuid,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id()
  )`;

const INDEXES = [
  'CREATE INDEX activity_newest_idx ON activity (created_at DESC, id DESC)',
  'CREATE INDEX activity_user_idx ON activity (user_id, created_at DESC, id DESC)',
  `CREATE INDEX activity_project_idx ON activity (project_id, created_at DESC, id DESC)
     WHERE project_id IS NOT NULL`,
  'CREATE INDEX activity_action_idx ON activity (action, created_at DESC, id DESC)',
  'CREATE INDEX activity_type_idx ON activity (entity_type, created_at DESC, id DESC)',
  `CREATE INDEX activity_entity_idx
     ON activity (entity_type, entity_id, created_at DESC, id DESC)`,
  'CREATE INDEX activity_commit_idx ON activity (xid, id)',
];

// ENABLE ALWAYS: otherwise session_replication_role = replica walks past them.
const REFUSE_CHANGES = `
  CREATE FUNCTION refuse_activity_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'the trail is append-only: % is refused', TG_OP
      USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER activity_refuses_change BEFORE UPDATE OR DELETE ON activity
    FOR EACH ROW EXECUTE FUNCTION refuse_activity_change();
  CREATE TRIGGER activity_refuses_truncate BEFORE TRUNCATE ON activity
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_activity_change();
  ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_refuses_change;
  ALTER TABLE activity ENABLE ALWAYS TRIGGER activity_refuses_truncate`;

// Arguments: the entity type that must be recorded, the column with the entity's id, the audited columns.
const REQUIRE_ACTIVITY = `
  CREATE FUNCTION require_activity() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    row_now jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
    row_before jsonb := CASE WHEN TG_OP = 'UPDATE' THEN to_jsonb(OLD) END;
    audited text[] := TG_ARGV[2]::text[];
  BEGIN
    IF TG_OP = 'UPDATE' AND NOT EXISTS (
      SELECT FROM unnest(audited) AS field
      WHERE row_now -> field IS DISTINCT FROM row_before -> field
    ) THEN
      RETURN NULL;
    END IF;
    IF NOT EXISTS (
      SELECT FROM activity
      WHERE xid = pg_current_xact_id()
        AND entity_type = TG_ARGV[0]
        AND entity_id = (row_now ->> TG_ARGV[1])::bigint
    ) THEN
      RAISE EXCEPTION '% of % % has no activity', TG_OP, TG_TABLE_NAME, row_now ->> TG_ARGV[1]
        USING ERRCODE = 'TM001';
    END IF;
    RETURN NULL;
  END $$`;

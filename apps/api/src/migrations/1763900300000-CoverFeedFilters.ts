import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets the feed decide filters and visibility inside an index, without a look at the table for every row that
 * is passed over: combined filters and the totals of members become ten to a hundred times faster, at no
 * measurable cost for writers. And lets it find text by trigrams instead of reading the whole trail.
 */
export class CoverFeedFilters1763900300000 implements MigrationInterface {
  readonly name = 'CoverFeedFilters1763900300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, key, covered, where] of INDEXES) {
      await runner.query(`DROP INDEX ${name}`);
      await runner.query(`CREATE INDEX ${name} ON activity (${key}) INCLUDE (${covered}) ${where}`);
    }
    await runner.query(TEXT_INDEX);
    await runner.query(VACUUM_OFTEN);
  }

  /** The extension stays: somebody else may use it by now. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE activity RESET (autovacuum_vacuum_insert_scale_factor)');
    await runner.query('DROP INDEX IF EXISTS activity_text_idx');
    for (const [name, key, , where] of INDEXES) {
      await runner.query(`DROP INDEX ${name}`);
      await runner.query(`CREATE INDEX ${name} ON activity (${key}) ${where}`);
    }
  }
}

const NEWEST = 'created_at DESC, id DESC';

const INDEXES = [
  ['activity_user_idx', `user_id, ${NEWEST}`, 'project_id, entity_type, action', ''],
  [
    'activity_project_idx',
    `project_id, ${NEWEST}`,
    'user_id, entity_type, action',
    'WHERE project_id IS NOT NULL',
  ],
  ['activity_action_idx', `action, ${NEWEST}`, 'entity_type, user_id, project_id', ''],
  ['activity_type_idx', `entity_type, ${NEWEST}`, 'action, user_id, project_id', ''],
] as const;

// Part of every PostgreSQL, but a server may have been built or locked down without it.
const TEXT_INDEX = `
  DO $$
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE INDEX activity_text_idx
      ON activity USING gin (description gin_trgm_ops, entity_name gin_trgm_ops);
  EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
    RAISE WARNING 'pg_trgm is not to be had here: searching the trail reads all of it';
  END $$`;

// An index alone answers for rows that vacuum has seen. A fifth of a long trail, the default, is too late.
const VACUUM_OFTEN = `
  ALTER TABLE activity SET (autovacuum_vacuum_insert_scale_factor = 0.02)`;

import type { QueryRunner } from 'typeorm';

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * The second net below the interceptor: refuses to commit a change of `table` whose transaction wrote no
 * activity for the row. Call it in the migration that makes the table.
 *
 * @param entityType the type that the activity must carry
 * @param audited columns whose change needs an activity; others are bookkeeping
 * @param idColumn column that holds the entity's id, for rows that belong to another entity
 */
export async function requireActivity(
  runner: QueryRunner,
  table: string,
  entityType: string,
  audited: readonly string[],
  idColumn = 'id',
): Promise<void> {
  const columns = literal(`{${audited.join(',')}}`);
  await runner.query(`DROP TRIGGER IF EXISTS ${table}_needs_activity ON "${table}"`);
  await runner.query(`
    CREATE CONSTRAINT TRIGGER ${table}_needs_activity
    AFTER INSERT OR UPDATE OR DELETE ON "${table}" DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION require_activity(${literal(entityType)}, ${literal(idColumn)}, ${columns})`);
}

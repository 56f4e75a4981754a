import { defineSubject } from '@tidemark/api/activity';
import { Client } from './client.entity';

/** Clients belong to no project: administrators and auditors see what happens to them. */
export const clientSubject = defineSubject({
  entity: Client,
  type: 'client',
  name: (client) => client.name,
  projectId: () => null,
  audited: ['name', 'email', 'note', 'archivedAt'],
  describe: { created: (client) => `Added new client "${client.name}"` },
});

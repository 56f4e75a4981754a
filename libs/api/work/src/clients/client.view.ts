import type { ClientView } from '@tidemark/contracts';
import type { Client } from './client.entity';

export const toClientView = (client: Client): ClientView => ({
  id: client.id,
  name: client.name,
  email: client.email,
  note: client.note,
  is_archived: client.archivedAt !== null,
  project_count: client.projectCount,
  created_at: client.createdAt.toISOString(),
});

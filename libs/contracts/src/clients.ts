import type { PageInfo, PageQuery } from './page';

export interface ClientView {
  id: number;
  name: string;
  email: string | null;
  note: string;
  is_archived: boolean;
  project_count: number;
  created_at: string;
}

export interface ClientPage extends PageInfo {
  clients: ClientView[];
}

/** sort: name, created_at. `is_archived` defaults to both. */
export interface ClientQuery extends PageQuery {
  q?: string;
  is_archived?: boolean;
}

/** `POST /api/clients` and, every field optional, `PATCH /api/clients/:id`. `POST /api/clients/:id/archive`, `…/unarchive`. */
export interface SaveClient {
  name: string;
  email?: string | null;
  note?: string;
}

import type { Action, EntityType } from '@tidemark/contracts';
import type { SpecApi } from './api';

export interface TrailRow {
  at: Date;
  userId: number | null;
  projectId: number | null;
  action: Action;
  entityType: EntityType;
  entityId?: number;
  name?: string;
  batchId?: string;
}

/** Puts rows into the trail as they are, in one transaction. */
export async function writeTrail(api: SpecApi, rows: TrailRow[]): Promise<void> {
  await api.sql(
    `INSERT INTO activity (created_at, user_id, source, action, entity_type, entity_id, project_id, entity_name, description, batch_id)
     SELECT r.at, r.user_id, 'person', r.action, r.entity_type, r.entity_id, r.project_id, r.name, 'Did ' || r.name, r.batch_id
     FROM jsonb_to_recordset($1::jsonb) AS r(at timestamptz, user_id int, action text, entity_type text, entity_id bigint, project_id int, name text, batch_id uuid)`,
    [
      JSON.stringify(
        rows.map((row) => ({
          at: row.at,
          user_id: row.userId,
          action: row.action,
          entity_type: row.entityType,
          entity_id: row.entityId ?? 1,
          project_id: row.projectId,
          name: row.name ?? 'something',
          batch_id: row.batchId,
        })),
      ),
    ],
  );
}

import { readsEverything, type Viewer } from '@tidemark/api/platform';
import type { MemberView, ProjectRole, ProjectStatus, ProjectView } from '@tidemark/contracts';
import { manages } from './project-rights';

/** A project as one query finds it for a viewer. */
export interface ProjectRow {
  id: number;
  name: string;
  description: string;
  client_id: number;
  client_name: string;
  color: string;
  hourly_rate: string | null;
  budget_hours: number | null;
  tracked_hours: number;
  open_task_count: number;
  member_count: number;
  status: ProjectStatus;
  archived_reason: string | null;
  is_favorite: boolean;
  my_role: ProjectRole | null;
  created_at: Date;
}

/** Rates are for leads, administrators and auditors. */
export function toProjectView(viewer: Viewer, row: ProjectRow): ProjectView {
  const { hourly_rate, created_at, ...rest } = row;
  const seesRate = readsEverything(viewer) || row.my_role === 'lead';
  return {
    ...rest,
    ...(seesRate && { hourly_rate }),
    can_manage: manages(viewer, row.my_role),
    created_at: created_at.toISOString(),
  };
}

export interface MemberRow {
  user_id: number;
  username: string;
  display_name: string;
  role: ProjectRole;
  is_active: boolean;
  /** What names are sorted by, whatever their letter case. */
  sort_name: string;
}

export const toMemberView = (row: MemberRow): MemberView => ({
  id: row.user_id,
  username: row.username,
  display_name: row.display_name,
  role: row.role,
  is_active: row.is_active,
});

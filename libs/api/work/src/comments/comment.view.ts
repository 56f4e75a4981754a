import type { Viewer } from '@tidemark/api/platform';
import type { CommentView, PersonView, ProjectRole, ProjectStatus } from '@tidemark/contracts';
import { manages } from '../projects/project-rights';
import { idsIn, withNames } from './mentions';

/** A comment as one query finds it for a viewer. */
export interface CommentRow {
  id: number;
  project_id: number;
  project_status: ProjectStatus;
  task_id: number | null;
  user_id: number;
  username: string;
  display_name: string;
  body: string;
  created_at: Date;
  edited_at: Date | null;
  my_role: ProjectRole | null;
}

export function toCommentView(
  viewer: Viewer,
  row: CommentRow,
  person: (id: number) => PersonView,
): CommentView {
  const isOpen = row.project_status !== 'archived';
  const mentions = idsIn(row.body).map(person);
  return {
    id: row.id,
    project_id: row.project_id,
    task_id: row.task_id,
    user_id: row.user_id,
    username: row.username,
    display_name: row.display_name,
    body: withNames(row.body, (id) => person(id).username),
    mentions: mentions.sort((a, b) => a.display_name.localeCompare(b.display_name)),
    created_at: row.created_at.toISOString(),
    edited_at: row.edited_at?.toISOString() ?? null,
    can_edit: isOpen && mayEdit(viewer, row.user_id),
    can_delete: isOpen && mayDelete(viewer, row.user_id, row.my_role),
  };
}

/** Nobody puts words into the mouth of another. Auditors change nothing. */
export const mayEdit = (viewer: Viewer, authorId: number): boolean =>
  viewer.id === authorId && viewer.role !== 'auditor';

/** Those who manage the project may take away what others said in it. */
export const mayDelete = (viewer: Viewer, authorId: number, role: ProjectRole | null): boolean =>
  mayEdit(viewer, authorId) || manages(viewer, role);

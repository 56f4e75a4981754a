import type { PageInfo, PageQuery } from './page';
import type { PersonView } from './users';

/** Code points that the body of a comment may have. */
export const COMMENT_MAX = 10_000;

/** What somebody said about a task, or about a project as a whole. */
export interface CommentView {
  id: number;
  project_id: number;
  /** Null for a comment on the project itself. */
  task_id: number | null;
  user_id: number;
  username: string;
  display_name: string;
  /** Markdown as it was written. A mention reads "@username", by the name of now. */
  body: string;
  /** Those whom the body mentions, in the order of their names. */
  mentions: PersonView[];
  created_at: string;
  /** When the body was changed last; null when it never was. */
  edited_at: string | null;
  /** The viewer wrote it, and the project is open. */
  can_edit: boolean;
  /** The viewer wrote it or manages the project, and the project is open. */
  can_delete: boolean;
}

/** `GET /api/projects/:id/comments` (on the project itself) and `GET /api/tasks/:id/comments` */
export interface CommentPage extends PageInfo {
  comments: CommentView[];
}

/** sort: created_at (default: oldest first), -created_at. */
export type CommentQuery = PageQuery;

/** `POST` to the two lists, and `PATCH /api/comments/:id`. */
export interface SaveComment {
  /** Markdown. "@username" mentions somebody who may see the project; of others it stays plain text. */
  body: string;
}

import { readsEverything, type Viewer } from '@tidemark/api/platform';
import type { SavedFilterView } from '@tidemark/contracts';
import type { SavedFilter } from './saved-filter.entity';

/**
 * @param filter with its owner
 * @param projectIds the projects that the viewer is in
 */
export const toSavedFilterView = (
  viewer: Viewer,
  filter: SavedFilter,
  projectIds: readonly number[],
): SavedFilterView => ({
  id: filter.id,
  name: filter.name,
  scope: filter.scope,
  filter: filter.filter,
  user_id: filter.userId,
  display_name: filter.user.displayName,
  can_use: readsEverything(viewer) || asksForOwn(viewer, filter, projectIds),
  can_edit: mayEdit(viewer, filter),
  can_delete: mayDelete(viewer, filter),
  created_at: filter.createdAt.toISOString(),
});

/** What the activities may be asked for by those who do not see all of them. */
const asksForOwn = (
  viewer: Viewer,
  { filter: { user_id, project_id } }: SavedFilter,
  projectIds: readonly number[],
): boolean =>
  (user_id === undefined || Number(user_id) === viewer.id) &&
  (project_id === undefined || projectIds.includes(Number(project_id)));

/** Everybody changes their own; auditors change nothing. */
export const mayEdit = (viewer: Viewer, { userId }: SavedFilter): boolean =>
  viewer.id === userId && viewer.role !== 'auditor';

/** Administrators keep in order what everybody sees. */
export const mayDelete = (viewer: Viewer, filter: SavedFilter): boolean =>
  mayEdit(viewer, filter) || (viewer.role === 'admin' && filter.scope === 'everybody');

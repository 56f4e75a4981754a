import type { Viewer } from '@tidemark/api/platform';
import type { SavedFilterView } from '@tidemark/contracts';
import type { SavedFilter } from './saved-filter.entity';

/** @param filter with its owner */
export const toSavedFilterView = (viewer: Viewer, filter: SavedFilter): SavedFilterView => ({
  id: filter.id,
  name: filter.name,
  scope: filter.scope,
  filter: filter.filter,
  user_id: filter.userId,
  display_name: filter.user.displayName,
  can_edit: mayEdit(viewer, filter),
  can_delete: mayDelete(viewer, filter),
  created_at: filter.createdAt.toISOString(),
});

/** Everybody changes their own; auditors change nothing. */
export const mayEdit = (viewer: Viewer, { userId }: SavedFilter): boolean =>
  viewer.id === userId && viewer.role !== 'auditor';

/** Administrators keep in order what everybody sees. */
export const mayDelete = (viewer: Viewer, filter: SavedFilter): boolean =>
  mayEdit(viewer, filter) || (viewer.role === 'admin' && filter.scope === 'everybody');

import type { PageInfo, PageQuery } from './page';

/** oneself: nobody else knows of it. everybody: whoever is signed in may use it. */
export const SAVED_FILTER_SCOPES = ['oneself', 'everybody'] as const;
export type SavedFilterScope = (typeof SAVED_FILTER_SCOPES)[number];

/** Periods that end today and move on with the days. */
export const ACTIVITY_RANGES = ['today', '7d', '30d', '90d'] as const;
export type ActivityRange = (typeof ACTIVITY_RANGES)[number];

/** What the address of the activity page can say. */
export const ACTIVITY_PARAMS = [
  'user_id',
  'entity_type',
  'action',
  'start_date',
  'end_date',
  'project_id',
  'entity_id',
  'q',
  'range',
] as const;
export type ActivityParam = (typeof ACTIVITY_PARAMS)[number];

/** A filter as the address of the activity page says it: lists with commas, ids in digits. */
export type ActivityParams = Partial<Record<ActivityParam, string>>;

/** A filter of the activity page under a name. It finds what the viewer may see and nothing else, whoever saved it. */
export interface SavedFilterView {
  id: number;
  name: string;
  scope: SavedFilterScope;
  filter: ActivityParams;
  user_id: number;
  /** Who saved it. */
  display_name: string;
  /** The viewer may ask for what it filters by: not for what others did, nor for a project one is not in. */
  can_use: boolean;
  /** The viewer may rename, share and delete it. */
  can_edit: boolean;
  /** The owner, and for what everybody sees also administrators. */
  can_delete: boolean;
  created_at: string;
}

/** `GET /api/saved-filters`: the own ones and those for everybody. sort: name (default), created_at. */
export interface SavedFilterPage extends PageInfo {
  saved_filters: SavedFilterView[];
}

export interface SavedFilterQuery extends PageQuery {
  scope?: SavedFilterScope;
}

/** `POST /api/saved-filters` and, every field optional, `PATCH /api/saved-filters/:id`. */
export interface SaveSavedFilter {
  /** The only one of this name among the own filters, whatever its letter case. */
  name: string;
  filter: ActivityParams;
  /** "oneself" unless said otherwise. */
  scope?: SavedFilterScope;
}

/** What every list answers beside its rows. Pages count from 1. */
export interface PageInfo {
  total: number;
  pages: number;
  current_page: number;
  has_next: boolean;
  has_prev: boolean;
}

/** What every list takes. `sort` names a field, with a leading "-" for descending: `sort=-created_at`. */
export interface PageQuery {
  limit?: number;
  page?: number;
  sort?: string;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 100;

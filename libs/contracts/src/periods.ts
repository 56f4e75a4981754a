import type { PageInfo, PageQuery } from './page';

/** A month of the organisation, as everybody knows it. While it is closed, time in it cannot change. */
export interface PeriodView {
  /** "2026-01" */
  month: string;
  is_closed: boolean;
}

/** What administrators and auditors see of it. */
export interface ReviewedPeriodView extends PeriodView {
  /** What administrators call by its activity: `GET /api/activities?entity_type=setting&entity_id=…` */
  id: number;
  /** False for the current month, which cannot be closed yet. */
  is_over: boolean;
  /** Within the month; a running timer counts up to now. Two places. */
  hours: number;
  /** Entries with any time in the month. */
  entry_count: number;
  closed_at: string | null;
  closed_by: number | null;
  closed_by_display_name: string | null;
}

/** `GET /api/periods`, the newest first, from the first entry up to now: `ReviewedPeriodView` rows for reviewers. */
export interface PeriodPage extends PageInfo {
  periods: (PeriodView | ReviewedPeriodView)[];
}

export type PeriodQuery = Omit<PageQuery, 'sort'>;

/** `POST /api/periods/:month/open` (administrators); `…/close` takes nothing. */
export interface OpenPeriod {
  reason: string;
}

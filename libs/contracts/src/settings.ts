/** What an organisation sets for everybody: `GET /api/settings`, for everybody who is signed in. */
export interface SettingsView {
  /** IANA name. Months are closed, days of entries counted, and invoices overdue, in this zone. */
  time_zone: string;
  /** A change of an entry whose day is more than so many days past needs a reason. Null: it never does. */
  late_edit_days: number | null;
}

export type SettingName = keyof SettingsView;

export const LATE_EDIT_DAYS_MAX = 3_650;

/** `PATCH /api/settings` (administrators). The time zone stays while a month is closed. */
export type SaveSettings = Partial<SettingsView>;

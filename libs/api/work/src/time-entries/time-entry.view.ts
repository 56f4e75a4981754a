import type { Viewer } from '@tidemark/api/platform';
import type { ProjectRole, ProjectStatus, TimeEntryView } from '@tidemark/contracts';
import { monthOfId } from '../periods/month';
import { manages } from '../projects/project-rights';
import type { LateRule } from './late-edits';
import type { TimeSource } from './time-entry.entity';

/** A time entry as one query finds it for a viewer. */
export interface TimeEntryRow {
  id: number;
  user_id: number;
  user_display_name: string;
  project_id: number;
  project_name: string;
  project_color: string;
  project_status: ProjectStatus;
  client_name: string;
  task_id: number | null;
  task_name: string | null;
  note: string;
  billable: boolean;
  source: TimeSource;
  started_at: Date;
  ended_at: Date | null;
  invoice_line_id: number | null;
  /** The number of the first closed month that it has time in. */
  closed_period: number | null;
  duration_seconds: number | null;
  /** What entries are sorted by: a running one counts up to now. */
  duration: number;
  my_role: ProjectRole | null;
}

/** @param late what the organisation says of changes to days that are past */
export function toTimeEntryView(viewer: Viewer, row: TimeEntryRow, late: LateRule): TimeEntryView {
  const canEdit = isOpen(row) && mayChange(viewer, row.user_id, row.my_role);
  return {
    id: row.id,
    user_id: row.user_id,
    user_display_name: row.user_display_name,
    project_id: row.project_id,
    project_name: row.project_name,
    project_color: row.project_color,
    client_name: row.client_name,
    task_id: row.task_id,
    task_name: row.task_name,
    note: row.note,
    billable: row.billable,
    source: row.source,
    started_at: row.started_at.toISOString(),
    ended_at: row.ended_at?.toISOString() ?? null,
    duration_seconds: row.duration_seconds,
    can_edit: canEdit,
    ...locks(row),
    ...(canEdit && late.needsReason(row.started_at) && needed(late, row)),
  };
}

const isOpen = (row: TimeEntryRow) =>
  row.project_status !== 'archived' && row.invoice_line_id === null && row.closed_period === null;

const locks = ({ invoice_line_id, closed_period }: TimeEntryRow) => ({
  ...(invoice_line_id !== null && { is_invoiced: true as const }),
  ...(closed_period !== null && {
    is_locked: true as const,
    closed_period: monthOfId(closed_period),
  }),
});

const needed = ({ daysPast }: LateRule, { started_at }: TimeEntryRow) => ({
  needs_reason: true as const,
  days_past: daysPast(started_at),
});

/**
 * The own entries of projects one is in, and everybody's of projects one manages. Who has left a project
 * still reads what they tracked there, but it is the project's now.
 */
export const mayChange = (viewer: Viewer, ownerId: number, role: ProjectRole | null): boolean =>
  manages(viewer, role) || (viewer.role === 'member' && role !== null && ownerId === viewer.id);

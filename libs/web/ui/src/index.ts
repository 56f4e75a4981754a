export { Avatar, initialsOf } from './avatar/avatar';
export { Logo } from './brand/logo';
export { TimerCommand } from './commands/timer-command';
export { Dialogs } from './dialogs/dialogs';
export { formatClock, formatHours, parseDuration } from './duration/duration';
export { ClockPipe, HoursPipe } from './duration/duration-pipes';
export { Clipboard } from './feedback/clipboard';
export { ConfirmDialog, type ConfirmQuestion } from './feedback/confirm/confirm-dialog';
export type { Confirmation } from './feedback/confirm/confirm-panel';
export { CopyButton } from './feedback/copy-button';
export { EmptyState } from './feedback/empty-state';
export { ErrorState } from './feedback/error-state';
export { codeOf, isTransient, type LocalCode, toProblem } from './feedback/problem';
export { Skeleton } from './feedback/skeleton';
export { type ChipKind, StatusChip } from './feedback/status-chip';
export { Swatch } from './feedback/swatch';
export { Toast, type ToastOptions } from './feedback/toast/toast';
export { applyProblem } from './forms/apply-problem';
export { Choice, type ChoiceOption } from './forms/choice';
export { Field } from './forms/field';
export { FieldControl } from './forms/field-control';
export { FieldError } from './forms/field-error';
export { type FormDialog, FormDialogs } from './forms/form-dialogs';
export { FormFailure } from './forms/form-failure';
export { SteadyPress } from './forms/steady-press';
export { Submission } from './forms/submission';
export { Icon } from './icon/icon';
export { type IconName, ICONS } from './icon/icons';
export { type Hotkey, Hotkeys } from './keyboard/hotkeys';
export { PageHeader } from './layout/page-header';
export { Pager } from './layout/pager';
export { PageTitle, PageTitleStrategy } from './layout/page-title';
export { toParams } from './lists/http-params';
export { lastLoaded } from './lists/last-loaded';
export { type Loaded, loaded } from './lists/loaded';
export { isAtTop, resting } from './lists/resting';
export { ariaSort, SortButton } from './lists/sort-button';
export type { MenuHeading, MenuItem } from './menu/menu-item';
export { MenuTrigger } from './menu/menu-trigger';
export { Finding } from './picker/finding';
export { LazyPicker } from './picker/lazy-picker';
export { PickableLabel } from './picker/pickable-label';
export { grouped, type Pickable, type PickSource } from './picker/pickable';
export { HistoryLink } from './record/history-link';
export { RECORD_HISTORY, type RecordHistoryInputs } from './record/record-history';
export { RECORD_NEWS, type RecordNews } from './record/record-news';
export {
  formatDay,
  formatExact,
  formatLongDate,
  formatLongDay,
  formatMonth,
  formatRelative,
} from './time/format-time';
export { Now } from './time/now';
export { RelativeTime } from './time/relative-time';
export { browserZone, ViewerZone } from './time/viewer-zone';
export {
  addDays,
  type Day,
  dayIn,
  isZone,
  offsetName,
  startOfDay,
  startOfWeek,
  timeIn,
  type WallTime,
  type Weekday,
  weekdayOf,
  zonedToInstant,
} from './time/zone';
export { Tooltip } from './tooltip/tooltip';

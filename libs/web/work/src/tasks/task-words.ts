import type { TaskPriority, TaskStatus } from '@tidemark/contracts';
import type { ChipKind, IconName } from '@tidemark/web/ui';

export const TASK_STATUS_LABELS: Record<TaskStatus, string> = {
  todo: 'To do',
  in_progress: 'In progress',
  review: 'Review',
  done: 'Done',
  cancelled: 'Cancelled',
};

export const TASK_STATUS_CHIPS: Record<TaskStatus, ChipKind> = {
  todo: 'neutral',
  in_progress: 'tide',
  review: 'violet',
  done: 'good',
  cancelled: 'neutral',
};

export const TASK_PRIORITY_LABELS: Record<TaskPriority, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  urgent: 'Urgent',
};

export const TASK_PRIORITY_ICONS: Record<TaskPriority, IconName> = {
  low: 'arrow-down',
  medium: 'minus',
  high: 'arrow-up',
  urgent: 'warning',
};

import type { ProjectStatus } from '@tidemark/contracts';
import type { ChipKind } from '@tidemark/web/ui';

export const PROJECT_STATUS_LABELS: Record<ProjectStatus, string> = {
  active: 'Active',
  on_hold: 'On hold',
  completed: 'Completed',
  archived: 'Archived',
};

export const PROJECT_STATUS_CHIPS: Record<ProjectStatus, ChipKind> = {
  active: 'good',
  on_hold: 'warn',
  completed: 'tide',
  archived: 'neutral',
};

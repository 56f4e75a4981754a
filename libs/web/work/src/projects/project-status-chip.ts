import { Component, input } from '@angular/core';
import type { ProjectStatus } from '@tidemark/contracts';
import { StatusChip } from '@tidemark/web/ui';
import { PROJECT_STATUS_CHIPS, PROJECT_STATUS_LABELS } from './project-status';

/** The state of a project in a word. */
@Component({
  selector: 'tm-project-status-chip',
  imports: [StatusChip],
  template: `<tm-status-chip [kind]="chips[status()]">{{ labels[status()] }}</tm-status-chip>`,
})
export class ProjectStatusChip {
  readonly status = input.required<ProjectStatus>();

  protected readonly chips = PROJECT_STATUS_CHIPS;
  protected readonly labels = PROJECT_STATUS_LABELS;
}

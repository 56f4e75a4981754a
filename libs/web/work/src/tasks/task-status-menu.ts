import { Component, input, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { TASK_STATUSES, type TaskStatus } from '@tidemark/contracts';
import { Icon, StatusChip } from '@tidemark/web/ui';
import { TASK_STATUS_CHIPS, TASK_STATUS_LABELS } from './task-words';

/** The state of a task, and the way to another one. */
@Component({
  selector: 'tm-task-status-menu',
  imports: [Icon, MatMenuModule, StatusChip],
  templateUrl: './task-status-menu.html',
  styles: `
    button {
      border-radius: 99px;
    }
    button:hover tm-status-chip {
      outline: 1px solid var(--line-control);
    }
    @media (pointer: coarse) {
      button {
        min-height: 44px;
      }
    }
  `,
})
export class TaskStatusMenu {
  readonly status = input.required<TaskStatus>();
  readonly taskName = input.required<string>();
  readonly readonly = input(false);
  readonly changed = output<TaskStatus>();

  protected readonly statuses = TASK_STATUSES;
  protected readonly labels = TASK_STATUS_LABELS;
  protected readonly chips = TASK_STATUS_CHIPS;
}

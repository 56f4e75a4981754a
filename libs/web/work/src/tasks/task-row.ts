import { Component, computed, inject, input, output } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { TaskStatus, TaskView } from '@tidemark/contracts';
import { Avatar, formatHours, HistoryLink, Icon, Swatch } from '@tidemark/web/ui';
import { SelectBox, type Selection } from '@tidemark/web/ui/pages';
import { TimerStore } from '../timers/timer-store';
import { DueDate } from './due-date';
import { TaskActions } from './task-actions';
import { TaskStatusMenu } from './task-status-menu';
import { TASK_PRIORITY_ICONS, TASK_PRIORITY_LABELS } from './task-words';

/** One task as a row of the list. */
@Component({
  selector: 'tm-task-row',
  imports: [
    Avatar,
    DueDate,
    HistoryLink,
    Icon,
    MatMenuModule,
    RouterLink,
    SelectBox,
    Swatch,
    TaskStatusMenu,
  ],
  templateUrl: './task-row.html',
  styleUrl: './task-row.css',
  host: {
    role: 'row',
    '[class.over]': 'isOver()',
    '[class.selectable]': 'selection()',
    '[class.selected]': 'selection()?.has(task().id)',
    '[class.selecting]': 'selection()?.isActive()',
  },
})
export class TaskRow {
  private readonly timer = inject(TimerStore);
  protected readonly actions = inject(TaskActions);

  readonly task = input.required<TaskView>();
  /** Among tasks of other projects: says whose it is. */
  readonly showProject = input(true);
  /** Nothing can be changed: the project is archived. */
  readonly readonly = input(false);
  /** Of the list, where its tasks can be chosen. */
  readonly selection = input<Selection<TaskView>>();
  readonly statusChanged = output<TaskStatus>();

  protected readonly canChange = computed(() => this.task().can_edit && !this.readonly());
  protected readonly isOver = computed(() => ['done', 'cancelled'].includes(this.task().status));
  protected readonly isRunning = computed(() => this.timer.timer()?.task_id === this.task().id);
  protected readonly priorityIcon = computed(() => TASK_PRIORITY_ICONS[this.task().priority]);
  protected readonly priority = computed(() => TASK_PRIORITY_LABELS[this.task().priority]);
  protected readonly tracked = computed(() => inHours(this.task().tracked_hours));
  protected readonly isOverEstimate = computed(() => {
    const { estimate_hours, tracked_hours } = this.task();
    return estimate_hours !== null && tracked_hours > estimate_hours;
  });
}

const inHours = (hours: number): string => formatHours(Math.round(hours * 3600));

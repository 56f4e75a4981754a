import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskStatus } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Avatar, formatHours, formatLongDate, Icon, loaded, Swatch } from '@tidemark/web/ui';
import { NamedPart, RecordPage } from '@tidemark/web/ui/pages';
import { Comments } from '../comments/comments';
import type { CommentedThing } from '../comments/comments-api';
import { WorkChanges } from '../shared/work-changes';
import { TimerStore } from '../timers/timer-store';
import { DueDate } from './due-date';
import { TaskActions } from './task-actions';
import { TaskStatusMenu } from './task-status-menu';
import { TASK_PRIORITY_LABELS } from './task-words';
import { TasksApi } from './tasks-api';

/** One task: what is to be done, what is said about it, and its history. */
@Component({
  selector: 'tm-task-page',
  imports: [
    Avatar,
    Comments,
    DueDate,
    Icon,
    NamedPart,
    RecordPage,
    RouterLink,
    Swatch,
    TaskStatusMenu,
  ],
  templateUrl: './task-page.html',
  styleUrl: '../../../ui/src/record/facts.css',
  host: { class: 'page' },
})
export class TaskPage {
  private readonly api = inject(TasksApi);
  private readonly session = inject(SessionStore);
  private readonly timer = inject(TimerStore);
  protected readonly actions = inject(TaskActions);
  protected readonly changes = inject(WorkChanges);

  /** From the route. */
  readonly id = input.required({ transform: numberAttribute });

  protected readonly list = { label: 'Tasks', link: '/tasks' };
  protected readonly loaded = loaded(
    () => ({ id: this.id(), version: this.changes.count('tasks', 'time', 'projects') }),
    ({ id }) => this.api.get(id),
  );
  /** Not the one that was on screen before. */
  protected readonly task = computed(() => {
    const task = this.loaded.value();
    return task?.id === this.id() ? task : undefined;
  });
  protected readonly isRunning = computed(() => this.timer.timer()?.task_id === this.id());
  protected readonly priority = computed(
    () => TASK_PRIORITY_LABELS[this.task()?.priority ?? 'low'],
  );
  protected readonly tracked = computed(() =>
    formatHours(Math.round((this.task()?.tracked_hours ?? 0) * 3600)),
  );
  protected readonly created = computed(() =>
    formatLongDate(this.task()?.created_at ?? 0, this.session.zone()),
  );
  protected readonly commented = computed((): CommentedThing => ({ kind: 'tasks', id: this.id() }));

  protected async setStatus(status: TaskStatus): Promise<void> {
    const task = this.task();
    if (task && (await this.actions.setStatus(task, status))) this.changes.tell('tasks');
  }
}

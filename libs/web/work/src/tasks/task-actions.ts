import { inject, Service } from '@angular/core';
import type { TaskStatus, TaskView } from '@tidemark/contracts';
import {
  ConfirmDialog,
  Dialogs,
  FormDialogs,
  type Pickable,
  Toast,
  toProblem,
} from '@tidemark/web/ui';
import { firstValueFrom } from 'rxjs';
import { WorkChanges } from '../shared/work-changes';
import { TimerActions } from '../timers/timer-actions';
import type { TaskCommentsData } from './task-comments-dialog';
import { TaskDialog, type TaskDialogData } from './task-dialog';
import { TasksApi } from './tasks-api';

/** What people do with tasks, with everything that is asked and said on the way. */
@Service()
export class TaskActions {
  private readonly api = inject(TasksApi);
  private readonly forms = inject(FormDialogs);
  private readonly confirm = inject(ConfirmDialog);
  private readonly toast = inject(Toast);
  private readonly timers = inject(TimerActions);
  private readonly changes = inject(WorkChanges);
  private readonly dialogs = inject(Dialogs);

  async create(project?: Pickable): Promise<void> {
    const task = await this.open({ project });
    if (task) this.toast.show(`Created “${task.name}”`);
  }

  async edit(task: TaskView): Promise<void> {
    await this.open({ task });
  }

  /** Shows what is said about it. */
  async discuss(task: TaskView, canComment: boolean): Promise<void> {
    const data: TaskCommentsData = { task, canComment };
    const comments = import('./task-comments-dialog').then((module) => module.TaskCommentsDialog);
    await this.dialogs.open(comments, { data, width: '640px' });
  }

  /** Whether the server took it. */
  async setStatus({ id }: TaskView, status: TaskStatus): Promise<boolean> {
    try {
      await firstValueFrom(this.api.update(id, { status }));
      return true;
    } catch (error) {
      this.toast.problem(toProblem(error));
      return false;
    }
  }

  async remove({ id, name }: TaskView): Promise<void> {
    const confirmed = await this.confirm.ask({
      title: `Delete “${name}”?`,
      text: 'A task on which time was tracked cannot be deleted: cancel it instead.',
      action: 'Delete',
      danger: true,
    });
    if (!confirmed) return;
    try {
      await firstValueFrom(this.api.delete(id));
      this.changes.tell('tasks');
      this.toast.show(`Deleted “${name}”`);
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }

  async startTimer(task: TaskView): Promise<void> {
    const { project_id, project_name, project_color } = task;
    await this.timers.start({
      project_id,
      project_name,
      project_color,
      client_name: '',
      task_id: task.id,
      task_name: task.name,
      note: '',
    });
  }

  private async open(data: TaskDialogData): Promise<TaskView | undefined> {
    const saved = await this.forms.open<TaskView, TaskDialogData>(TaskDialog, data);
    if (saved) this.changes.tell('tasks');
    return saved;
  }
}

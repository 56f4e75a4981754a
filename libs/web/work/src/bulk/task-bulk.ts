import { Component, computed, inject, input } from '@angular/core';
import { TASK_STATUSES, type TaskStatus, type TaskView } from '@tidemark/contracts';
import { FormDialogs, Icon, type MenuItem, MenuTrigger } from '@tidemark/web/ui';
import { type Selection, SelectionBar } from '@tidemark/web/ui/pages';
import { TASK_STATUS_LABELS } from '../tasks/task-words';
import type { AssignDialogData, Assignment } from './assign-dialog';
import { BulkApi } from './bulk-api';
import { type BulkChange, BulkChanges } from './bulk-changes';

/** What can be done to the tasks that are chosen. */
@Component({
  selector: 'tm-task-bulk',
  imports: [Icon, MenuTrigger, SelectionBar],
  templateUrl: './task-bulk.html',
  styles: ':host { display: contents; }',
})
export class TaskBulk {
  private readonly api = inject(BulkApi);
  private readonly bulk = inject(BulkChanges);
  private readonly dialogs = inject(FormDialogs);

  readonly selection = input.required<Selection<TaskView>>();

  protected readonly none = computed(() => this.selection().count() === 0);
  protected readonly statuses: MenuItem[] = TASK_STATUSES.map((status) => ({
    label: TASK_STATUS_LABELS[status],
    run: () => void this.setStatus(status),
  }));

  protected async assign(): Promise<void> {
    const projects = new Set(
      this.selection()
        .chosen()
        .map(({ project_id }) => project_id),
    );
    const [projectId = null] = projects;
    const dialog = import('./assign-dialog').then((module) => module.AssignDialog);
    const assignment = await this.dialogs.open<Assignment, AssignDialogData>(dialog, {
      what: counted(this.selection().count()),
      projectId: projects.size === 1 ? projectId : null,
    });
    if (!assignment) return;
    await this.run({
      send: (ids) => this.api.changeTasks({ ids, ...assignment }),
      done: (count) =>
        assignment.assigned_to === null
          ? `${counted(count)} assigned to nobody`
          : `Assigned ${counted(count)}`,
    });
  }

  private async setStatus(status: TaskStatus): Promise<void> {
    await this.run({
      send: (ids) => this.api.changeTasks({ ids, status }),
      done: (count) => `${counted(count)} set to ${TASK_STATUS_LABELS[status]}`,
    });
  }

  private async run(change: Pick<BulkChange, 'send' | 'done'>): Promise<void> {
    const rows = this.selection()
      .chosen()
      .map(({ id, name, project_name }) => ({ id, name, detail: project_name }));
    const isDone = await this.bulk.run({ ...change, rows, told: ['tasks'] });
    if (isDone) this.selection().clear();
  }
}

function counted(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`;
}

import { Component, effect, inject } from '@angular/core';
import { Icon, PageHeader, Toast, toProblem } from '@tidemark/web/ui';
import { firstValueFrom } from 'rxjs';
import { Rights } from '../shared/rights';
import { urlQuery } from '@tidemark/web/ui/pages';
import { TaskActions } from './task-actions';
import { TaskList } from './task-list';
import { TasksApi } from './tasks-api';

/** The tasks of all projects one works in. `?task=5` opens that one, for links from elsewhere. */
@Component({
  selector: 'tm-tasks-page',
  imports: [Icon, PageHeader, TaskList],
  template: `
    <tm-page-header title="Tasks">
      @if (rights.canWork()) {
        <button type="button" class="btn btn-primary" (click)="actions.create()">
          <tm-icon name="plus" [size]="18" />New task
        </button>
      }
    </tm-page-header>
    <tm-task-list />
  `,
  host: { class: 'page' },
})
export class TasksPage {
  private readonly api = inject(TasksApi);
  private readonly toast = inject(Toast);
  private readonly url = urlQuery();
  protected readonly actions = inject(TaskActions);
  protected readonly rights = inject(Rights);

  constructor() {
    effect(() => {
      const id = this.url.id('task');
      if (id !== undefined) void this.open(id);
    });
  }

  /** Finds it in the list, whatever its status, and opens it for those who can change it. */
  private async open(id: number): Promise<void> {
    try {
      const task = await firstValueFrom(this.api.get(id));
      const { project_id, name: q } = task;
      this.url.set({ task: null, status: 'all', project_id, q }, { replace: true });
      if (task.can_edit) await this.actions.edit(task);
    } catch (error) {
      this.url.set({ task: null }, { replace: true });
      this.toast.problem(toProblem(error));
    }
  }
}

import { Component, inject } from '@angular/core';
import { Icon, PageHeader } from '@tidemark/web/ui';
import { Rights } from '../shared/rights';
import { TaskActions } from './task-actions';
import { TaskList } from './task-list';

/** The tasks of all projects one works in. */
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
  protected readonly actions = inject(TaskActions);
  protected readonly rights = inject(Rights);
}

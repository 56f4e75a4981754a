import { Component, inject } from '@angular/core';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { TaskView } from '@tidemark/contracts';
import { Comments } from '../comments/comments';
import type { CommentedThing } from '../comments/comments-api';

export interface TaskCommentsData {
  task: TaskView;
  canComment: boolean;
}

/** What people say about a task. */
@Component({
  selector: 'tm-task-comments-dialog',
  imports: [Comments, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ data.task.name }}</h2>
    <mat-dialog-content>
      @if (data.task.description) {
        <p class="description">{{ data.task.description }}</p>
      }
      <tm-comments
        [thing]="thing"
        [projectId]="data.task.project_id"
        [canComment]="data.canComment"
      />
    </mat-dialog-content>
    <mat-dialog-actions>
      <button type="button" class="btn" mat-dialog-close>Close</button>
    </mat-dialog-actions>
  `,
  styles: `
    .description {
      margin-bottom: 14px;
      color: var(--ink-soft);
      white-space: pre-line;
    }
  `,
})
export class TaskCommentsDialog {
  protected readonly data: TaskCommentsData = inject(MAT_DIALOG_DATA);
  protected readonly thing: CommentedThing = { kind: 'tasks', id: this.data.task.id };
}

import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { Field, FieldControl, type FormDialog } from '@tidemark/web/ui';
import { Picker } from '@tidemark/web/ui/pages';
import { ProjectChoices } from '../projects/project-choices';
import { TaskChoices } from '../tasks/task-choices';

const REASON_MAX = 500;

/** Where time entries go, and why. */
export interface Move {
  project_id: number;
  task_id: number | null;
  reason?: string;
}

export interface MoveDialogData {
  /** "12 entries" */
  what: string;
  /** Why there must be a reason; empty where there need not be one. */
  reasonHint: string;
}

/** Asks where to move time entries. Closes with the answer. */
@Component({
  selector: 'tm-move-dialog',
  imports: [Field, FieldControl, MatDialogModule, Picker, ReactiveFormsModule],
  templateUrl: './move-dialog.html',
  styleUrl: '../../../ui/src/layout/dialog.css',
})
export class MoveDialog implements FormDialog {
  private readonly tasks = inject(TaskChoices);
  private readonly dialog: MatDialogRef<MoveDialog, Move | null> = inject(MatDialogRef);
  protected readonly projects = inject(ProjectChoices);
  protected readonly data: MoveDialogData = inject(MAT_DIALOG_DATA);

  readonly form = new FormGroup({
    project_id: new FormControl<number | null>(null, Validators.required),
    task_id: new FormControl<number | null>(null),
    reason: new FormControl('', {
      nonNullable: true,
      validators: [
        Validators.maxLength(REASON_MAX),
        ...(this.data.reasonHint ? [Validators.required, Validators.pattern(/\S/)] : []),
      ],
    }),
  });

  private readonly projectId = toSignal(this.form.controls.project_id.valueChanges, {
    initialValue: null,
  });
  protected readonly taskSource = computed(() => this.tasks.of(this.projectId()));

  protected projectPicked(): void {
    this.form.controls.task_id.setValue(null);
  }

  protected move(): void {
    this.form.markAllAsTouched();
    const { project_id, task_id, reason } = this.form.getRawValue();
    if (this.form.invalid || project_id === null) return;
    this.dialog.close({ project_id, task_id, ...(reason.trim() && { reason: reason.trim() }) });
  }
}

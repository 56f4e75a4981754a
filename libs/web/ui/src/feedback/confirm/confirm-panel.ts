import { Component, inject } from '@angular/core';
import { FormControl, ReactiveFormsModule, Validators } from '@angular/forms';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Field } from '../../forms/field';
import { FieldControl } from '../../forms/field-control';
import type { ConfirmQuestion } from './confirm-dialog';

export interface Confirmation {
  reason?: string;
}

const REASON_MAX = 500;

/** The question of `ConfirmDialog`. */
@Component({
  selector: 'tm-confirm-panel',
  imports: [
    Field,
    FieldControl,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
  ],
  templateUrl: './confirm-panel.html',
  styles: 'p + tm-field { margin-top: 14px; }',
})
export class ConfirmPanel {
  private readonly dialog: MatDialogRef<ConfirmPanel, Confirmation> = inject(MatDialogRef);
  protected readonly question: ConfirmQuestion = inject(MAT_DIALOG_DATA);

  protected readonly reason = new FormControl('', {
    nonNullable: true,
    validators: [
      Validators.maxLength(REASON_MAX),
      ...(this.question.reason === 'required'
        ? [Validators.required, Validators.pattern(/\S/)]
        : []),
    ],
  });

  protected confirm(event: Event): void {
    event.preventDefault();
    this.reason.markAsTouched();
    if (this.reason.invalid) return;
    const reason = this.reason.value.trim();
    this.dialog.close(reason ? { reason } : {});
  }
}

import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { FormDialog } from '@tidemark/web/ui';
import { Picker } from '@tidemark/web/ui/pages';
import { PersonChoices } from '../people/person-choices';

export interface AssignDialogData {
  /** "12 tasks" */
  what: string;
  /** The project that all of them belong to; null when there are several. */
  projectId: number | null;
}

export interface Assignment {
  assigned_to: number | null;
}

/** Asks who is to do tasks. Closes with the answer. */
@Component({
  selector: 'tm-assign-dialog',
  imports: [MatDialogModule, Picker, ReactiveFormsModule],
  templateUrl: './assign-dialog.html',
  styleUrl: '../../../ui/src/layout/dialog.css',
})
export class AssignDialog implements FormDialog {
  private readonly people = inject(PersonChoices);
  private readonly dialog: MatDialogRef<AssignDialog, Assignment | null> = inject(MatDialogRef);
  protected readonly data: AssignDialogData = inject(MAT_DIALOG_DATA);

  protected readonly assignee = new FormControl<number | null>(null);
  readonly form = new FormGroup({ assigned_to: this.assignee });
  protected readonly source =
    this.data.projectId === null ? this.people.active : this.people.inProject(this.data.projectId);

  protected assign(): void {
    this.dialog.close({ assigned_to: this.assignee.value });
  }
}

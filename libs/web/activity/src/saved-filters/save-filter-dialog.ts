import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { ActivityParams, SavedFilterView } from '@tidemark/contracts';
import { Field, FieldControl, FormFailure, Submission } from '@tidemark/web/ui';
import { SavedFiltersStore } from './saved-filters-store';

export interface SaveFilterData {
  /** The one to rename or share; a new one without. */
  saved?: SavedFilterView;
  /** What a new one filters by. */
  filter?: ActivityParams;
}

/** Gives the filter of the page a name, or changes name and scope of a saved one. */
@Component({
  selector: 'tm-save-filter-dialog',
  imports: [
    Field,
    FieldControl,
    FormFailure,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
  ],
  templateUrl: './save-filter-dialog.html',
})
export class SaveFilterDialog {
  private readonly store = inject(SavedFiltersStore);
  private readonly dialog: MatDialogRef<SaveFilterDialog, SavedFilterView> = inject(MatDialogRef);
  private readonly data: SaveFilterData = inject(MAT_DIALOG_DATA);

  protected readonly saved = this.data.saved;
  protected readonly form = new FormGroup({
    name: new FormControl(this.saved?.name ?? '', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(100)],
    }),
    everybody: new FormControl(this.saved?.scope === 'everybody', { nonNullable: true }),
  });
  protected readonly submission = new Submission(this.form);

  protected async submit(event: Event): Promise<void> {
    let saved: SavedFilterView | undefined;
    const accepted = await this.submission.run(event, async () => (saved = await this.save()));
    if (accepted) this.dialog.close(saved);
  }

  private save(): Promise<SavedFilterView> {
    const { name, everybody } = this.form.getRawValue();
    const values = {
      name: name.trim(),
      scope: everybody ? ('everybody' as const) : ('oneself' as const),
    };
    return this.saved
      ? this.store.update(this.saved.id, values)
      : this.store.create({ ...values, filter: this.data.filter ?? {} });
  }
}

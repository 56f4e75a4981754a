import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { ClientView } from '@tidemark/contracts';
import { Field, FieldControl, type FormDialog } from '@tidemark/web/ui';
import { of } from 'rxjs';
import { changedFields, saving } from '@tidemark/web/ui/pages';
import { ClientsApi } from './clients-api';

export interface ClientDialogData {
  /** The one to change; a new one without. */
  client?: ClientView;
}

/** Creates or changes a client. Closes with the saved client. */
@Component({
  selector: 'tm-client-dialog',
  imports: [Field, FieldControl, MatDialogModule, ReactiveFormsModule],
  templateUrl: './client-dialog.html',
  styleUrl: '../../../ui/src/layout/dialog.css',
})
export class ClientDialog implements FormDialog {
  private readonly api = inject(ClientsApi);
  private readonly dialog: MatDialogRef<ClientDialog, ClientView | null> = inject(MatDialogRef);
  protected readonly client = inject<ClientDialogData>(MAT_DIALOG_DATA).client;

  readonly form = new FormGroup({
    name: new FormControl(this.client?.name ?? '', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(255)],
    }),
    email: new FormControl(this.client?.email ?? '', {
      nonNullable: true,
      validators: Validators.email,
    }),
    note: new FormControl(this.client?.note ?? '', {
      nonNullable: true,
      validators: Validators.maxLength(5000),
    }),
  });
  protected readonly saving = saving(this.form);

  protected async save(): Promise<void> {
    const saved = await this.saving.save(() => this.request());
    if (saved) this.dialog.close(saved);
  }

  private request() {
    const { client } = this;
    const { name, email, note } = this.form.getRawValue();
    const values = { name: name.trim(), email: email.trim() || null, note: note.trim() };
    if (!client) return this.api.create(values);
    const changes = changedFields(values, client);
    return Object.keys(changes).length > 0 ? this.api.update(client.id, changes) : of(client);
  }
}

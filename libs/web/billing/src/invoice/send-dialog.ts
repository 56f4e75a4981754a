import { Component, effect, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { InvoiceOptions, InvoiceView, SendInvoice } from '@tidemark/contracts';
import {
  ErrorState,
  Field,
  FieldControl,
  type FormDialog,
  Icon,
  loaded,
  Skeleton,
  toProblem,
} from '@tidemark/web/ui';
import { saving } from '@tidemark/web/ui/pages';
import { forkJoin, type Observable, tap } from 'rxjs';
import { InvoicesApi } from '../invoices/invoices-api';
import { BillingChanges } from '../shared/billing-changes';

export interface Sent {
  to: string;
  delivery: InvoiceOptions['delivery'];
}

/** The mail with the invoice, to be read and changed before it goes. Closes with where it went. */
@Component({
  selector: 'tm-send-dialog',
  imports: [ErrorState, Field, FieldControl, Icon, MatDialogModule, ReactiveFormsModule, Skeleton],
  templateUrl: './send-dialog.html',
  styleUrls: ['../../../ui/src/layout/dialog.css', './send-dialog.css'],
})
export class SendDialog implements FormDialog {
  private readonly api = inject(InvoicesApi);
  private readonly changes = inject(BillingChanges);
  private readonly dialog: MatDialogRef<SendDialog, Sent | null> = inject(MatDialogRef);
  protected readonly invoice: InvoiceView = inject(MAT_DIALOG_DATA);

  readonly form = new FormGroup({
    to: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.email],
    }),
    subject: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(200)],
    }),
    message: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.maxLength(5000)],
    }),
  });
  protected readonly saving = saving(this.form);
  protected readonly loaded = loaded(
    () => this.invoice.id,
    (id) => forkJoin({ mail: this.api.mail(id), options: this.api.options() }),
  );

  constructor() {
    effect(() => {
      const mail = this.loaded.value()?.mail;
      const to = this.invoice.sent_to ?? mail?.to ?? '';
      if (mail) this.form.setValue({ ...mail, to });
    });
  }

  protected async save(delivery: Sent['delivery']): Promise<void> {
    const { to, subject, message } = this.form.getRawValue();
    const mail = { to: to.trim(), subject: subject.trim(), message: message.trim() };
    const sent = await this.saving.save(() => this.send(mail));
    if (sent) this.dialog.close({ to: mail.to, delivery });
  }

  /** What goes out is what was on screen: where it is not so any more, the page behind shows what is so now. */
  private send(mail: SendInvoice): Observable<InvoiceView> {
    const { id, revision } = this.invoice;
    const error = (thrown: unknown) => {
      if (toProblem(thrown).status === 409) this.changes.tell();
    };
    return this.api.send(id, { ...mail, revision }).pipe(tap({ error }));
  }
}

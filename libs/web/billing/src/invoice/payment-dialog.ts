import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { type InvoiceView, PAYMENT_METHODS, type PaymentMethod } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { dayIn, Field, FieldControl, type FormDialog, Now } from '@tidemark/web/ui';
import { saving } from '@tidemark/web/ui/pages';
import { InvoicesApi } from '../invoices/invoices-api';
import { MoneyPipe } from '../shared/format-money';
import { isPayment, typedDecimal } from '../shared/typed-decimal';
import { METHOD_LABELS } from './payment-methods';

/** Records money that came in: all that is still to be paid, unless said otherwise. Closes with the invoice as it is then. */
@Component({
  selector: 'tm-payment-dialog',
  imports: [Field, FieldControl, MatDialogModule, MoneyPipe, ReactiveFormsModule],
  templateUrl: './payment-dialog.html',
  styleUrl: '../../../ui/src/layout/dialog.css',
})
export class PaymentDialog implements FormDialog {
  private readonly api = inject(InvoicesApi);
  private readonly dialog: MatDialogRef<PaymentDialog, InvoiceView | null> = inject(MatDialogRef);
  protected readonly invoice: InvoiceView = inject(MAT_DIALOG_DATA);

  protected readonly today = dayIn(inject(SessionStore).zone(), inject(Now).everyMinute());
  protected readonly methods = PAYMENT_METHODS;
  protected readonly labels = METHOD_LABELS;

  readonly form = new FormGroup({
    amount: new FormControl(this.invoice.balance, {
      nonNullable: true,
      validators: [Validators.required, isPayment(this.invoice.balance, this.invoice.currency)],
    }),
    method: new FormControl<PaymentMethod>('bank_transfer', { nonNullable: true }),
    paid_on: new FormControl(this.today, {
      nonNullable: true,
      validators: [Validators.required, Validators.pattern(/^\d{4}-\d\d-\d\d$/)],
    }),
    note: new FormControl('', { nonNullable: true, validators: Validators.maxLength(500) }),
  });
  protected readonly saving = saving(this.form);

  protected async save(): Promise<void> {
    const paid = await this.saving.save(() => {
      const { amount, note, ...rest } = this.form.getRawValue();
      const payment = { ...rest, amount: typedDecimal(amount) ?? '', note: note.trim() };
      return this.api.pay(this.invoice.id, payment);
    });
    if (paid) this.dialog.close(paid);
  }
}

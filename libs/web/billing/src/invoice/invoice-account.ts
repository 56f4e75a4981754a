import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InvoiceView, PaymentView } from '@tidemark/contracts';
import { Icon, RelativeTime } from '@tidemark/web/ui';
import { BillingRights } from '../shared/billing-rights';
import { dueWords, isLate } from '../shared/days-late';
import { DatePipe } from '../shared/format-date';
import { MoneyPipe } from '../shared/format-money';
import { METHOD_LABELS } from './payment-methods';

/** What is due, what was paid, and where the invoice went: what the team knows beside the document. */
@Component({
  selector: 'tm-invoice-account',
  imports: [DatePipe, Icon, MoneyPipe, RelativeTime, RouterLink],
  templateUrl: './invoice-account.html',
  styleUrl: './invoice-account.css',
})
export class InvoiceAccount {
  protected readonly rights = inject(BillingRights);

  readonly invoice = input.required<InvoiceView>();
  readonly pay = output();
  /** A payment is to be taken back. */
  readonly reverse = output<PaymentView>();

  protected readonly methods = METHOD_LABELS;
  protected readonly due = computed(() => dueWords(this.invoice()));
  protected readonly isLate = computed(() => isLate(this.invoice()));
  protected readonly waits = computed(() =>
    ['sent', 'partially_paid', 'overdue'].includes(this.invoice().status),
  );
  /** The time that it bills, as far as it is locked by it. */
  protected readonly entries = computed(() =>
    this.invoice().lines.reduce((sum, line) => sum + line.time_entry_count, 0),
  );
  protected readonly headline = computed(() => {
    const { status } = this.invoice();
    if (status === 'draft') return 'Not sent yet';
    if (status === 'cancelled') return 'Cancelled';
    return status === 'paid' ? 'Paid in full' : 'Still to pay';
  });
}

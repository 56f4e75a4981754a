import { Component, computed, input } from '@angular/core';
import type { InvoiceView } from '@tidemark/contracts';
import { Icon } from '@tidemark/web/ui';
import { DatePipe } from '../shared/format-date';
import { MoneyPipe } from '../shared/format-money';

/** The invoice as its client sees it. */
@Component({
  selector: 'tm-invoice-paper',
  imports: [DatePipe, Icon, MoneyPipe],
  templateUrl: './invoice-paper.html',
  styleUrl: './invoice-paper.css',
  host: { class: 'card' },
})
export class InvoicePaper {
  readonly invoice = input.required<InvoiceView>();
  /** Who writes it; empty until that is known. */
  readonly company = input('');

  protected readonly hasPayments = computed(() =>
    this.invoice().payments.some(({ reversal }) => reversal === null),
  );
}

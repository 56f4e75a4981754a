import { Component, input } from '@angular/core';
import { MoneyPipe } from '../shared/format-money';
import type { Totals } from './totals-of';

/** What the invoice comes to, while it is being written. */
@Component({
  selector: 'tm-invoice-totals',
  imports: [MoneyPipe],
  template: `
    <dl aria-label="Totals">
      <div>
        <dt>Subtotal</dt>
        <dd class="num">{{ totals().subtotal | tmMoney: currency() }}</dd>
      </div>
      <div>
        <dt>Tax</dt>
        <dd class="num">{{ totals().tax | tmMoney: currency() }}</dd>
      </div>
      <div class="total">
        <dt>Total</dt>
        <dd class="num">{{ totals().total | tmMoney: currency() }}</dd>
      </div>
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: 6px;
    }
    div {
      display: flex;
      gap: 16px;
      justify-content: space-between;
    }
    dt {
      color: var(--ink-soft);
    }
    .total {
      padding-top: 8px;
      border-top: 1px solid var(--line);
      font-size: var(--text-l);
      font-weight: 620;
    }
    .total dt {
      color: var(--ink);
    }
  `,
})
export class InvoiceTotals {
  readonly totals = input.required<Totals>();
  readonly currency = input.required<string>();
}

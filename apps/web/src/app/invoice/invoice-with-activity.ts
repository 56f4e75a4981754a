import { Component, inject, input } from '@angular/core';
import { ActivityFeed } from '@tidemark/web/activity';
import { BillingChanges, InvoicePage } from '@tidemark/web/billing/pages';

/** An invoice with its history. */
@Component({
  selector: 'tm-invoice-with-activity',
  imports: [ActivityFeed, InvoicePage],
  template: `
    <tm-invoice-page [id]="id()" [activity]="activity" />
    <ng-template #activity let-invoiceId>
      <tm-activity-feed
        tall
        heading="Activity of this invoice"
        [pageSize]="25"
        [filter]="{ entity_type: ['invoice'], entity_id: invoiceId }"
        [changes]="changes.count()"
      />
    </ng-template>
  `,
})
export class InvoiceWithActivity {
  protected readonly changes = inject(BillingChanges);

  /** From the route. */
  readonly id = input.required<string>();
}

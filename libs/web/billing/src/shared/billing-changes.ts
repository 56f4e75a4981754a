import { Service, signal } from '@angular/core';

/** How often invoices were changed from this tab: what shows them or their history loads again. */
@Service()
export class BillingChanges {
  private readonly changes = signal(0);

  readonly count = this.changes.asReadonly();

  tell(): void {
    this.changes.update((count) => count + 1);
  }
}

import { computed, inject, Service } from '@angular/core';
import { SessionStore } from '@tidemark/web/session';

/** What the person signed in may do with invoices. The server decides; this only hides what it would refuse. */
@Service()
export class BillingRights {
  private readonly me = inject(SessionStore).me;

  /** Others who see invoices read them. */
  readonly canWrite = computed(() => this.me()?.role === 'admin');
  /** Invoices belong to no project: their history is for those who see everything. */
  readonly canReadHistory = computed(() => this.canWrite() || this.me()?.role === 'auditor');
}

import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  numberAttribute,
  type TemplateRef,
} from '@angular/core';
import { MatTabsModule } from '@angular/material/tabs';
import { Router, RouterLink } from '@angular/router';
import {
  codeOf,
  EmptyState,
  ErrorState,
  Icon,
  loaded,
  type MenuItem,
  MenuTrigger,
  PageTitle,
  Skeleton,
} from '@tidemark/web/ui';
import { urlQuery } from '@tidemark/web/ui/pages';
import { InvoicesApi } from '../invoices/invoices-api';
import { BillingChanges } from '../shared/billing-changes';
import { BillingRights } from '../shared/billing-rights';
import { InvoiceStatusChip } from '../shared/invoice-status-chip';
import { InvoiceAccount } from './invoice-account';
import { InvoiceActions } from './invoice-actions';
import { InvoicePaper } from './invoice-paper';

/** One invoice: the document, what is due, and what can be done with it. The page that shows it brings the activity. */
@Component({
  selector: 'tm-invoice-page',
  imports: [
    EmptyState,
    ErrorState,
    Icon,
    InvoiceAccount,
    InvoicePaper,
    InvoiceStatusChip,
    MatTabsModule,
    MenuTrigger,
    NgTemplateOutlet,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './invoice-page.html',
  styleUrl: './invoice-page.css',
  host: { class: 'page' },
})
export class InvoicePage {
  private readonly api = inject(InvoicesApi);
  private readonly changes = inject(BillingChanges);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  protected readonly actions = inject(InvoiceActions);
  protected readonly rights = inject(BillingRights);
  private readonly url = urlQuery();

  /** From the route. */
  readonly id = input.required({ transform: numberAttribute });
  /** The content of the tab "Activity", given the id of the invoice; no such tab without. */
  readonly activity = input<TemplateRef<{ $implicit: number }>>();

  protected readonly hasActivity = computed(
    () => !!this.activity() && this.rights.canReadHistory(),
  );
  protected readonly tab = computed(() =>
    this.hasActivity() && this.url.text('tab') === 'activity' ? 'activity' : 'invoice',
  );

  protected readonly loaded = loaded(
    () => ({ id: this.id(), version: this.changes.count() }),
    ({ id }) => this.api.get(id),
  );
  protected readonly options = loaded(
    () => ({}),
    () => this.api.options(),
  );
  /** Not the one that was on screen before. */
  protected readonly invoice = computed(() => {
    const invoice = this.loaded.value();
    return invoice?.id === this.id() ? invoice : undefined;
  });
  protected readonly isMissing = computed(() => {
    const problem = this.loaded.problem();
    return (
      !!problem && ['not-found', 'invalid-parameter', 'validation-failed'].includes(codeOf(problem))
    );
  });
  protected readonly canSend = computed(
    () => this.rights.canWrite() && this.invoice()?.status !== 'cancelled',
  );

  /** Beside the buttons: what is done more rarely. */
  protected readonly choices = computed<MenuItem[]>(() => {
    const invoice = this.invoice();
    if (!invoice || !this.rights.canWrite()) return [];
    const { status, payments } = invoice;
    const isPaidInPart = payments.some(({ reversal }) => reversal === null);
    const isDraft = status === 'draft';
    const canCancel = ['draft', 'sent', 'overdue'].includes(status) && !isPaidInPart;
    const choice = (offered: boolean, item: MenuItem) => (offered ? [item] : []);
    const { actions } = this;
    return [
      ...choice(isDraft, {
        ...{ label: 'Mark as sent', icon: 'check' },
        run: () => void actions.markSent(invoice),
      }),
      ...choice(!isDraft && status !== 'cancelled', {
        ...{ label: 'Send again', icon: 'send' },
        run: () => void actions.send(invoice),
      }),
      ...choice(canCancel, {
        ...{ label: 'Cancel invoice', icon: 'close' },
        run: () => void actions.cancel(invoice),
      }),
      ...choice(invoice.can_delete, {
        ...{ label: 'Delete draft', icon: 'trash' },
        run: () => void this.remove(),
      }),
    ];
  });

  constructor() {
    effect(() => {
      const invoice = this.invoice();
      if (invoice) this.title.name.set(`Invoice ${invoice.number}`);
    });
  }

  private async remove(): Promise<void> {
    const invoice = this.invoice();
    if (!invoice || !(await this.actions.remove(invoice))) return;
    await this.router.navigate(['/invoices']);
  }
}

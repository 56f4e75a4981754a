import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon, loaded, type MenuItem, MenuTrigger } from '@tidemark/web/ui';
import { RecordPage, type RecordTab } from '@tidemark/web/ui/pages';
import { InvoicesApi } from '../invoices/invoices-api';
import { BillingChanges } from '../shared/billing-changes';
import { BillingRights } from '../shared/billing-rights';
import { InvoiceStatusChip } from '../shared/invoice-status-chip';
import { InvoiceAccount } from './invoice-account';
import { InvoiceActions } from './invoice-actions';
import { InvoicePaper } from './invoice-paper';

const TABS: RecordTab[] = [{ name: 'invoice', label: 'Invoice' }];
const HISTORY: RecordTab[] = [{ name: 'activity', label: 'Activity' }];

/** One invoice: the document, what is due, what can be done with it, and its history. */
@Component({
  selector: 'tm-invoice-page',
  imports: [
    Icon,
    InvoiceAccount,
    InvoicePaper,
    InvoiceStatusChip,
    MenuTrigger,
    RecordPage,
    RouterLink,
  ],
  templateUrl: './invoice-page.html',
  styleUrl: './invoice-page.css',
  host: { class: 'page' },
})
export class InvoicePage {
  private readonly api = inject(InvoicesApi);
  private readonly router = inject(Router);
  protected readonly actions = inject(InvoiceActions);
  protected readonly changes = inject(BillingChanges);
  protected readonly rights = inject(BillingRights);

  /** From the route. */
  readonly id = input.required({ transform: numberAttribute });

  protected readonly list = { label: 'Invoices', link: '/invoices' };
  protected readonly tabs = TABS;
  protected readonly histories = computed(() => (this.rights.canReadHistory() ? HISTORY : []));

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
  protected readonly name = computed(() => {
    const invoice = this.invoice();
    return invoice ? `Invoice ${invoice.number}` : '';
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

  private async remove(): Promise<void> {
    const invoice = this.invoice();
    if (!invoice || !(await this.actions.remove(invoice))) return;
    await this.router.navigate(['/invoices']);
  }
}

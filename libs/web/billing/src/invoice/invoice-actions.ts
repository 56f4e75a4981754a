import { inject, Service } from '@angular/core';
import { fromMinor, type InvoiceView, type PaymentView, toMinor } from '@tidemark/contracts';
import { ConfirmDialog, FormDialogs, Toast, toProblem } from '@tidemark/web/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { InvoicesApi } from '../invoices/invoices-api';
import { BillingChanges } from '../shared/billing-changes';
import { Downloads } from '../shared/downloads';
import { formatDate } from '../shared/format-date';
import { formatMoney } from '../shared/format-money';
import { PaymentDialog } from './payment-dialog';
import { SendDialog, type Sent } from './send-dialog';

/** What administrators do with an invoice, with everything that is asked and said on the way. */
@Service()
export class InvoiceActions {
  private readonly api = inject(InvoicesApi);
  private readonly dialogs = inject(FormDialogs);
  private readonly confirm = inject(ConfirmDialog);
  private readonly downloads = inject(Downloads);
  private readonly toast = inject(Toast);
  private readonly changes = inject(BillingChanges);

  async send(invoice: InvoiceView): Promise<void> {
    const sent = await this.dialogs.open<Sent, InvoiceView>(SendDialog, invoice);
    if (!sent) return;
    this.changes.tell();
    const where = sent.delivery === 'smtp' ? `Sent to ${sent.to}` : 'Kept in the mailbox';
    this.toast.show(`${where}: invoice ${invoice.number}`);
  }

  async pay(invoice: InvoiceView): Promise<void> {
    const paid = await this.dialogs.open<InvoiceView, InvoiceView>(PaymentDialog, invoice);
    if (!paid) return;
    this.changes.tell();
    const { number, status, balance, currency } = paid;
    const left =
      status === 'paid' ? 'is paid' : `still waits for ${formatMoney(balance, currency)}`;
    this.toast.show(`Invoice ${number} ${left}`);
  }

  /** A payment that was recorded by mistake, or bounced. */
  async reverse(invoice: InvoiceView, payment: PaymentView): Promise<void> {
    const { id, number, currency } = invoice;
    const amount = formatMoney(payment.amount, currency);
    const waits = formatMoney(balanceWithout(invoice, payment), currency);
    const confirmation = await this.confirm.ask({
      title: `Take back the payment of ${amount}?`,
      text: `It was paid on ${formatDate(payment.paid_on)}; without it the invoice waits for ${waits}. It stays in sight, struck through, with your reason. To count it again, record it anew.`,
      action: 'Take back',
      danger: true,
      reason: 'required',
    });
    const reason = confirmation?.reason;
    if (!reason) return;
    const change = this.api.reverse(id, payment.id, { reason });
    await this.run(change, `Took back ${amount} of invoice ${number}`);
  }

  async markSent({ id, number, revision }: InvoiceView): Promise<void> {
    const confirmed = await this.confirm.ask({
      title: `Mark ${number} as sent?`,
      text: 'For an invoice that you handed over yourself: no mail goes out. Its lines cannot be changed any more.',
      action: 'Mark as sent',
    });
    if (!confirmed) return;
    const change = this.api.changeStatus(id, { status: 'sent', revision });
    await this.run(change, `Invoice ${number} is sent`);
  }

  async cancel(invoice: InvoiceView): Promise<void> {
    const { id, number } = invoice;
    const confirmed = await this.confirm.ask({
      title: `Cancel invoice ${number}?`,
      text: `It keeps its number and stays in the list as cancelled, for good. ${afterwards(invoice)}`,
      action: 'Cancel the invoice',
      danger: true,
    });
    if (!confirmed) return;
    const change = this.api.changeStatus(id, { status: 'cancelled' });
    await this.run(change, `Invoice ${number} is cancelled`);
  }

  /** Whether it is gone. */
  async remove(invoice: InvoiceView): Promise<boolean> {
    const confirmed = await this.confirm.ask({
      title: `Delete draft ${invoice.number}?`,
      text: `The next invoice gets its number. ${afterwards(invoice)}`,
      action: 'Delete',
      danger: true,
    });
    if (!confirmed) return false;
    return this.run(this.api.delete(invoice.id), `Deleted draft ${invoice.number}`);
  }

  download({ id, number }: InvoiceView): Promise<void> {
    return this.downloads.save(`/api/invoices/${id}/pdf`, `invoice-${number}.pdf`);
  }

  private async run(request: Observable<unknown>, done: string): Promise<boolean> {
    try {
      await firstValueFrom(request);
      this.changes.tell();
      this.toast.show(done);
      return true;
    } catch (error) {
      const problem = toProblem(error);
      this.toast.problem(problem);
      // Somebody else was faster: what is on screen is not so any more.
      if (problem.status === 409) this.changes.tell();
      return false;
    }
  }
}

/** What is to be paid once a payment does not count. */
function balanceWithout({ balance, currency }: InvoiceView, { amount }: PaymentView): string {
  const [left, paid] = [toMinor(balance, currency), toMinor(amount, currency)];
  return fromMinor((left ?? 0n) + (paid ?? 0n), currency);
}

/** What becomes of the time that it bills. */
function afterwards({ lines }: InvoiceView): string {
  const count = lines.reduce((sum, line) => sum + line.time_entry_count, 0);
  if (count === 0) return '';
  return count === 1
    ? 'The time entry that it bills is unlocked, and can be billed again.'
    : `The ${count} time entries that it bills are unlocked, and can be billed again.`;
}

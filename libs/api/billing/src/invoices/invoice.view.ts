import {
  type InvoiceLineView,
  type InvoiceSummary,
  type InvoiceView,
  type PaymentReversal,
  type PaymentView,
  fromMinor,
} from '@tidemark/contracts';
import type { Payment } from '../payments/payment.entity';
import type { InvoiceLine } from './invoice-line.entity';
import { revisionOf } from './invoice-revision';
import { waitsForPayment } from './invoice-rules';
import type { Invoice } from './invoice.entity';

const MS_PER_DAY = 86_400_000;

/** @param today where the organisation is */
export const toInvoiceSummary = (invoice: Invoice, today: string): InvoiceSummary => ({
  id: invoice.id,
  number: invoice.number,
  client_id: invoice.clientId,
  client_name: invoice.client.name,
  status: invoice.status,
  currency: invoice.currency,
  issue_date: invoice.issueDate,
  due_date: invoice.dueDate,
  due_in_days: waitsForPayment(invoice) ? daysBetween(today, invoice.dueDate) : null,
  total: invoice.total,
  amount_paid: invoice.amountPaid,
  balance: invoice.balance,
  created_at: invoice.createdAt.toISOString(),
});

/** @param rights what the viewer may do with it */
export const toInvoiceView = (
  invoice: Invoice,
  today: string,
  rights: Pick<InvoiceView, 'can_edit' | 'can_delete'>,
): InvoiceView => ({
  ...toInvoiceSummary(invoice, today),
  client_email: invoice.client.email,
  tax_rate: invoice.taxRate,
  subtotal: fromMinor(invoice.subtotalMinor, invoice.currency),
  tax: fromMinor(invoice.taxMinor, invoice.currency),
  notes: invoice.notes,
  lines: invoice.lines.map((line) => toLineView(line, invoice.currency)),
  payments: invoice.payments.map((payment) => toPaymentView(payment, invoice.currency)),
  sent_at: invoice.sentAt?.toISOString() ?? null,
  sent_to: invoice.sentTo,
  revision: revisionOf(invoice),
  ...rights,
});

const toLineView = (line: InvoiceLine, currency: string): InvoiceLineView => ({
  id: line.id,
  description: line.description,
  quantity: line.quantity,
  unit_price: fromMinor(line.unitPriceMinor, currency),
  amount: fromMinor(line.amountMinor, currency),
  time_entry_count: line.timeEntryCount,
});

const toPaymentView = (payment: Payment, currency: string): PaymentView => ({
  id: payment.id,
  amount: fromMinor(payment.amountMinor, currency),
  method: payment.method,
  paid_on: payment.paidOn,
  note: payment.note,
  created_at: payment.createdAt.toISOString(),
  reversal: toReversal(payment),
});

function toReversal(payment: Payment): PaymentReversal | null {
  const { reversedAt, reverser, reversalReason: reason } = payment;
  if (!reversedAt || !reverser || reason === null) return null;
  const { id: user_id, displayName: display_name } = reverser;
  return { reason, created_at: reversedAt.toISOString(), user_id, display_name };
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;

import {
  type InvoiceLineView,
  type InvoiceSummary,
  type InvoiceView,
  type PaymentView,
  fromMinor,
} from '@tidemark/contracts';
import type { Payment } from '../payments/payment.entity';
import type { InvoiceLine } from './invoice-line.entity';
import type { Invoice } from './invoice.entity';

export const toInvoiceSummary = (invoice: Invoice): InvoiceSummary => ({
  id: invoice.id,
  number: invoice.number,
  client_id: invoice.clientId,
  client_name: invoice.client.name,
  status: invoice.status,
  currency: invoice.currency,
  issue_date: invoice.issueDate,
  due_date: invoice.dueDate,
  total: invoice.total,
  amount_paid: invoice.amountPaid,
  balance: invoice.balance,
  created_at: invoice.createdAt.toISOString(),
});

/** @param rights what the viewer may do with it */
export const toInvoiceView = (
  invoice: Invoice,
  rights: Pick<InvoiceView, 'can_edit' | 'can_delete'>,
): InvoiceView => ({
  ...toInvoiceSummary(invoice),
  client_email: invoice.client.email,
  tax_rate: invoice.taxRate,
  subtotal: fromMinor(invoice.subtotalMinor, invoice.currency),
  tax: fromMinor(invoice.taxMinor, invoice.currency),
  notes: invoice.notes,
  lines: invoice.lines.map((line) => toLineView(line, invoice.currency)),
  payments: invoice.payments.map((payment) => toPaymentView(payment, invoice.currency)),
  sent_at: invoice.sentAt?.toISOString() ?? null,
  sent_to: invoice.sentTo,
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
});

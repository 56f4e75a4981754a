import { defineSubject } from '@tidemark/api/activity';
import type { FieldChange } from '@tidemark/contracts';
import { Invoice } from './invoice.entity';

/** Invoices belong to no project: administrators and auditors see what happens to them. */
export const invoiceSubject = defineSubject({
  entity: Invoice,
  type: 'invoice',
  name: (invoice) => invoice.number,
  projectId: () => null,
  audited: [
    'status',
    'currency',
    'taxRate',
    'issueDate',
    'dueDate',
    'notes',
    'linesRevision',
    'total',
    'amountPaid',
    'sentAt',
    'sentTo',
  ],
  relations: { client: true },
  // Taking back a payment may move the status, too: then each is told by itself.
  refine: ({ changes }) => {
    const isStatus = ({ field }: FieldChange) => field === 'status';
    if (!changes.some(isStatus)) return [];
    return [
      { action: 'updated', changes: changes.filter((change) => !isStatus(change)) },
      { action: 'status_changed', changes: changes.filter(isStatus) },
    ];
  },
  describe: {
    created: ({ number, client, currency, total }) =>
      `Created invoice ${number} for ${client.name} - ${currency} ${total}`,
    updated: ({ number }) => `Updated invoice ${number}`,
    deleted: ({ number }) => `Deleted invoice ${number}`,
    status_changed: ({ number, status }, { before }) =>
      `Changed invoice ${number} status from ${before?.status} to ${status}`,
    sent: ({ number, sentTo }) => `Sent invoice ${number} to ${sentTo}`,
    paid: ({ number, currency }, { notes }) =>
      `Recorded payment for invoice ${number} - ${currency} ${notes['amount_paid']}`,
  },
  extra: {
    created: ({ clientId, total }) => ({ client_id: clientId, amount: total }),
    status_changed: ({ status }, { before }) => ({
      old_status: before?.status ?? null,
      new_status: status,
    }),
    sent: ({ sentTo }) => ({ sent_to: sentTo }),
    // The service adds the amount and how it was paid.
    paid: ({ balance }) => ({ balance }),
  },
});

import type { PageInfo, PageQuery } from './page';

export const INVOICE_STATUSES = [
  'draft',
  'sent',
  'partially_paid',
  'paid',
  'overdue',
  'cancelled',
] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

/**
 * What may become of an invoice. Sending, payments and the passing of the due date lead to the other statuses;
 * a person may set `sent` (handed over otherwise) and `cancelled`. An invoice with payments is not cancelled.
 * Taking back a payment leads the other way, from `partially_paid`, `paid` and `overdue`: to `overdue` when the due date
 * has passed, else to `partially_paid` or `sent`, by what is left of the payments.
 */
export const INVOICE_TRANSITIONS: Readonly<Record<InvoiceStatus, readonly InvoiceStatus[]>> = {
  draft: ['sent', 'cancelled'],
  sent: ['partially_paid', 'paid', 'overdue', 'cancelled'],
  partially_paid: ['paid', 'overdue'],
  overdue: ['paid', 'cancelled'],
  paid: [],
  cancelled: [],
};

/** Statuses that `POST /api/invoices/:id/status` may ask for. */
export const INVOICE_STATUSES_BY_HAND = ['sent', 'cancelled'] as const;

export const PAYMENT_METHODS = ['bank_transfer', 'card', 'cash', 'direct_debit', 'other'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** What unbilled time becomes one line by. */
export const INVOICE_GROUPINGS = ['task', 'project', 'person'] as const;
export type InvoiceGrouping = (typeof INVOICE_GROUPINGS)[number];

/** Each entry is rounded up to full minutes of this many; "none" bills the time as it is. */
export const INVOICE_ROUNDINGS = ['none', '6', '15'] as const;
export type InvoiceRounding = (typeof INVOICE_ROUNDINGS)[number];

export const MAX_INVOICE_LINES = 200;

export interface InvoiceLineView {
  id: number;
  description: string;
  /** Decimal string with two places: hours of tracked time, or whatever the description says. */
  quantity: string;
  /** Decimal string in the invoice's currency. Negative for a discount. */
  unit_price: string;
  /** Quantity × unit price, rounded half up to the currency's smallest unit. */
  amount: string;
  /** Time entries that this line bills; 0 for a line by hand. */
  time_entry_count: number;
}

export interface PaymentView {
  id: number;
  amount: string;
  method: PaymentMethod;
  /** A day, "2026-01-15". */
  paid_on: string;
  note: string;
  created_at: string;
  /** Why it does not count any more; null for one that counts. */
  reversal: PaymentReversal | null;
}

/** A payment that was recorded by mistake, or bounced: it stays in sight and is part of no sum. */
export interface PaymentReversal {
  reason: string;
  created_at: string;
  /** Who took it back. */
  user_id: number;
  display_name: string;
}

/** An invoice in a list. Amounts are decimal strings with as many places as the currency has. */
export interface InvoiceSummary {
  id: number;
  /** "2026-0001": the year of the invoice and a number without gaps. */
  number: string;
  client_id: number;
  client_name: string;
  status: InvoiceStatus;
  /** ISO 4217, such as "EUR". */
  currency: string;
  /** Days, "2026-01-15". */
  issue_date: string;
  due_date: string;
  /**
   * From today to the due date in the time zone of the organisation: 0 on that day, less when it is late. Null where
   * nothing waits for payment.
   */
  due_in_days: number | null;
  total: string;
  amount_paid: string;
  balance: string;
  created_at: string;
}

/** `GET /api/invoices/:id`, and what every change of an invoice answers. */
export interface InvoiceView extends InvoiceSummary {
  client_email: string | null;
  /** Per cent as a decimal string without trailing zeros, such as "19" or "8.1". */
  tax_rate: string;
  subtotal: string;
  tax: string;
  notes: string;
  lines: InvoiceLineView[];
  /** Oldest first. */
  payments: PaymentView[];
  sent_at: string | null;
  sent_to: string | null;
  /** Another one after every change of what the invoice says. Opaque: it is given back by whoever changes or sends it. */
  revision: string;
  /** The viewer may change its lines and terms: an administrator, while it is a draft. */
  can_edit: boolean;
  /** The viewer may delete it: a draft with the newest number of its year. Others are cancelled, so that no number is missing. */
  can_delete: boolean;
}

export interface InvoicePage extends PageInfo {
  invoices: InvoiceSummary[];
  /** What is still to be paid of all that the filter finds, drafts and cancelled ones left out. */
  outstanding: { currency: string; amount: string }[];
}

/** sort: number, client_name, issue_date, due_date, created_at (default -number). */
export interface InvoiceQuery extends PageQuery {
  /** Part of the number or of the client's name. */
  q?: string;
  /** One or several, comma separated. */
  status?: string;
  client_id?: number;
  /** The one that bills this entry; none where it is not billed. */
  time_entry_id?: number;
}

/** A line as it is saved. Leave `time_entry_ids` out for a line by hand. */
export interface SaveInvoiceLine {
  /** Of a line that the draft has: it keeps the time entries it bills unless `time_entry_ids` says otherwise. */
  id?: number;
  description: string;
  quantity: string;
  unit_price: string;
  time_entry_ids?: number[];
}

/**
 * `POST /api/invoices`. `client_id` stays once the invoice exists. `lines` of a change replaces all lines: time of a
 * line that is left out can be billed again.
 */
export interface SaveInvoice {
  client_id: number;
  currency: string;
  /** Default "0". */
  tax_rate?: string;
  /** Default today. */
  issue_date?: string;
  due_date: string;
  notes?: string;
  lines: SaveInvoiceLine[];
}

/** What somebody saw of an invoice. A change or a mail is refused with `conflict` where it is another one by now. */
export interface SeenInvoice {
  /** The `revision` of the view. */
  revision?: string;
}

/** `PATCH /api/invoices/:id` of a draft. `lines` needs `revision`: they take the place of all that are there. */
export interface UpdateInvoice extends Partial<Omit<SaveInvoice, 'client_id'>>, SeenInvoice {}

/** `POST /api/invoices/:id/status` */
export interface ChangeInvoiceStatus extends SeenInvoice {
  status: (typeof INVOICE_STATUSES_BY_HAND)[number];
}

/** `POST /api/invoices/:id/send`: by e-mail with the PDF. Sending again later is fine, but for cancelled ones. */
export interface SendInvoice extends SeenInvoice {
  to: string;
  /** Default as in `InvoiceMail`. */
  subject?: string;
  /** Plain text. Default as in `InvoiceMail`. */
  message?: string;
}

/** `GET /api/invoices/:id/mail`: what `send` says unless it is told otherwise, to begin from. */
export interface InvoiceMail {
  /** The client's address; null where none is known. */
  to: string | null;
  subject: string;
  message: string;
}

/** `POST /api/invoices/:id/payments`. Never more than the balance. */
export interface RecordPayment {
  amount: string;
  method: PaymentMethod;
  /** Default today. */
  paid_on?: string;
  note?: string;
}

/** `POST /api/invoices/:id/payments/:paymentId/reverse`: the payment was recorded by mistake, or bounced. For good. */
export interface ReversePayment {
  reason: string;
}

/** `GET /api/invoices/options`: what the screens need to know beforehand. */
export interface InvoiceOptions {
  /** Where mail goes: to a mail server, or to the mailbox that administrators read in the product. */
  delivery: 'smtp' | 'mailbox';
  company_name: string;
  /** ISO 4217 codes that an invoice may be in. */
  currencies: string[];
}

/**
 * `GET /api/invoices/unbilled`: lines that bill finished, billable time that is on no invoice yet. One of `client_id`
 * and `project_id`. Days in the viewer's zone, by the day an entry began.
 */
export interface UnbilledQuery {
  client_id?: number;
  project_id?: number;
  start_date?: string;
  end_date?: string;
  /** Default "task". */
  group_by?: InvoiceGrouping;
  /** Default "none". */
  rounding?: InvoiceRounding;
  /** Default "EUR". */
  currency?: string;
}

/** A line to be saved as it is, or changed first. */
export interface UnbilledLine {
  description: string;
  /** Hours, rounded as asked. */
  quantity: string;
  /** The project's hourly rate; "0.00" where it has none. */
  unit_price: string;
  amount: string;
  /** False where the project has no hourly rate: the price is still to be given. */
  has_rate: boolean;
  project_name: string;
  /** As it was tracked, before rounding. */
  seconds: number;
  time_entry_ids: number[];
}

export interface UnbilledTime {
  /** The client to make the invoice for. */
  client_id: number;
  lines: UnbilledLine[];
  subtotal: string;
}

/** A mail that was kept because there is no mail server. Administrators read it. */
export interface MailView {
  id: number;
  to: string;
  subject: string;
  /** Plain text. */
  text: string;
  /** `GET /api/mailbox/:id/attachment` */
  attachment: { name: string; size_bytes: number } | null;
  invoice_id: number | null;
  created_at: string;
}

/** `GET /api/mailbox`, newest first. */
export interface MailPage extends PageInfo {
  mails: MailView[];
}

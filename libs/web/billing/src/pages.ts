// The pages about invoices, and what the app needs to compose them with their history.
export { InvoiceEditor } from './editor/invoice-editor';
export { InvoicePage } from './invoice/invoice-page';
export { InvoicesPage } from './invoices/invoices-page';
export { MailboxPage } from './mailbox/mailbox-page';
export { BillingChanges } from './shared/billing-changes';

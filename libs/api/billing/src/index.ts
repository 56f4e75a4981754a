export { BillingModule } from './billing.module';
export { OverdueInvoices } from './invoices/overdue-invoices';

import { Module } from '@nestjs/common';
import { AccountsModule } from '@tidemark/api/accounts';
import { DatabaseModule } from '@tidemark/api/platform';
import { Client, Project, TimeEntry } from '@tidemark/api/work';
import { BillingJobs } from './billing-jobs';
import { BilledTime } from './invoices/billed-time';
import { InvoiceLine } from './invoices/invoice-line.entity';
import { InvoiceLines } from './invoices/invoice-lines';
import { InvoiceList } from './invoices/invoice-list';
import { InvoiceNumbers } from './invoices/invoice-numbers';
import { InvoiceSending } from './invoices/invoice-sending';
import { InvoiceSeries } from './invoices/invoice-series.entity';
import { Invoice } from './invoices/invoice.entity';
import { InvoicesController } from './invoices/invoices.controller';
import { InvoicesService } from './invoices/invoices.service';
import { OfficeCalendar } from './invoices/office-calendar';
import { OverdueInvoices } from './invoices/overdue-invoices';
import { MailMessage } from './mail/mail-message.entity';
import { MailboxController } from './mail/mailbox.controller';
import { MailboxService } from './mail/mailbox.service';
import { Mailer } from './mail/mailer';
import { Payment } from './payments/payment.entity';
import { PaymentsService } from './payments/payments.service';
import { Fonts } from './pdf/fonts';
import { InvoicePdf } from './pdf/invoice-pdf';
import { UnbilledTimeService } from './unbilled/unbilled-time.service';

const ENTITIES = [Invoice, InvoiceLine, InvoiceSeries, MailMessage, Payment];

/** Invoices: from tracked time to paid. */
@Module({
  imports: [AccountsModule, DatabaseModule.forFeature([...ENTITIES, Client, Project, TimeEntry])],
  controllers: [InvoicesController, MailboxController],
  providers: [
    BilledTime,
    BillingJobs,
    Fonts,
    InvoiceLines,
    InvoiceList,
    InvoiceNumbers,
    InvoicePdf,
    InvoicesService,
    InvoiceSending,
    MailboxService,
    Mailer,
    OfficeCalendar,
    OverdueInvoices,
    PaymentsService,
    UnbilledTimeService,
  ],
})
export class BillingModule {}

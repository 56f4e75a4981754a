import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService, diff } from '@tidemark/api/activity';
import { Clock, Config, ProblemException, Transactions, type Viewer } from '@tidemark/api/platform';
import type { InvoiceMail } from '@tidemark/contracts';
import { Repository } from 'typeorm';
import { Mailer } from '../mail/mailer';
import { MailboxService } from '../mail/mailbox.service';
import type { OutgoingMail } from '../mail/outgoing-mail';
import { InvoicePdf } from '../pdf/invoice-pdf';
import { InvoiceList } from './invoice-list';
import { refuseStale } from './invoice-revision';
import { refuseNothingToPay } from './invoice-rules';
import { invoiceSubject } from './invoice.activity';
import { Invoice } from './invoice.entity';
import { standardMessage, standardSubject } from './invoice-mail';
import type { SendInvoiceDto } from './save-invoice.dto';

/** Longer than a conversation with a mail server may take; a process that died gives the invoice free by then. */
const CLAIM_MS = 60_000;

/**
 * Sends invoices by mail. A mail server may take its time, so no transaction waits for it: the invoice is
 * claimed, the mail is sent, and what happened is recorded. Whatever fails before the server has said yes
 * leaves the invoice as it was, with nothing recorded.
 */
@Injectable()
export class InvoiceSending {
  private readonly logger = new Logger('InvoiceSending');

  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    private readonly list: InvoiceList,
    private readonly pdf: InvoicePdf,
    private readonly mailer: Mailer,
    private readonly mailbox: MailboxService,
    private readonly activity: ActivityService,
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException not-found, conflict for one that cannot be sent, or mail-failed */
  async send(viewer: Viewer, id: number, input: SendInvoiceDto): Promise<void> {
    const sendingUntil = await this.claim(viewer, id);
    try {
      const mail = await this.write(await this.list.get(viewer, id), input);
      if (this.mailer.hasServer) await this.handOver(id, mail);
      else await this.transactions.run(() => this.keep(id, mail));
    } finally {
      await this.invoices.update({ id, sendingUntil }, { sendingUntil: null });
    }
  }

  /** What a mail with the invoice says unless it is told otherwise. @throws ProblemException not-found */
  async words(viewer: Viewer, id: number): Promise<InvoiceMail> {
    const invoice = await this.list.get(viewer, id);
    return {
      to: invoice.client.email,
      subject: standardSubject(invoice, this.config.COMPANY_NAME),
      message: standardMessage(invoice, this.config.COMPANY_NAME),
    };
  }

  /** Of several that send at the same moment one goes on. */
  private async claim(viewer: Viewer, id: number): Promise<Date> {
    refuseUnsendable(await this.list.get(viewer, id));
    const now = this.clock.now();
    const sendingUntil = new Date(now.getTime() + CLAIM_MS);
    const { affected } = await this.invoices
      .createQueryBuilder()
      .update()
      .set({ sendingUntil })
      .where(`id = :id AND status <> 'cancelled'`, { id })
      .andWhere('(sending_until IS NULL OR sending_until <= :now)', { now })
      .execute();
    if (affected === 1) return sendingUntil;
    throw new ProblemException('conflict', 'The invoice is being sent already');
  }

  /** Of the invoice as it stays now: nobody changes a draft that is claimed. */
  private async write(invoice: Invoice, input: SendInvoiceDto): Promise<OutgoingMail> {
    refuseUnsendable(invoice);
    refuseStale(invoice, input.revision, 'sent');
    return {
      to: input.to,
      subject: input.subject ?? standardSubject(invoice, this.config.COMPANY_NAME),
      text: input.message || standardMessage(invoice, this.config.COMPANY_NAME),
      attachment: await this.pdf.file(invoice, { isFinal: true }),
    };
  }

  private async handOver(id: number, mail: OutgoingMail): Promise<void> {
    await this.mailer.deliver(mail);
    try {
      await this.transactions.run(() => this.record(id, mail.to));
    } catch (error) {
      this.logger.error(`A mail with invoice ${id} went out but is not recorded: ${String(error)}`);
      throw new ProblemException(
        'audit-unavailable',
        'The mail went out, but that could not be recorded. Set the invoice to sent, or send it again',
      );
    }
  }

  private async keep(id: number, mail: OutgoingMail): Promise<void> {
    await this.mailbox.keep(mail, id);
    await this.record(id, mail.to);
  }

  private async record(id: number, sentTo: string): Promise<void> {
    await this.invoices.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    const before = await this.withClient(id);
    const status = before.status === 'draft' ? 'sent' : before.status;
    await this.invoices.update(id, { status, sentTo, sentAt: this.clock.now() });
    const after = await this.withClient(id);
    const changes = diff(invoiceSubject, before, after);
    await this.activity.record(invoiceSubject, 'sent', after, { before, after, changes });
  }

  private withClient(id: number): Promise<Invoice> {
    return this.invoices.findOneOrFail({ where: { id }, relations: { client: true } });
  }
}

function refuseUnsendable(invoice: Invoice): void {
  if (invoice.status === 'cancelled') {
    throw new ProblemException('conflict', `Invoice ${invoice.number} is cancelled`);
  }
  refuseNothingToPay(invoice);
}

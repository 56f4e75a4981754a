import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock, PagedQuery, pageInfo, pageWindow, ProblemException } from '@tidemark/api/platform';
import { selectColumns } from '@tidemark/api/work';
import type { MailPage, MailView } from '@tidemark/contracts';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { MailMessage } from './mail-message.entity';
import type { OutgoingMail } from './outgoing-mail';

interface MailRow {
  id: number;
  recipient: string;
  subject: string;
  text: string;
  attachment_name: string | null;
  size_bytes: number | null;
  invoice_id: number | null;
  created_at: Date;
}

const COLUMNS: Record<keyof MailRow, string> = {
  id: 'mail.id',
  recipient: 'mail.recipient',
  subject: 'mail.subject',
  text: 'mail.text',
  attachment_name: 'mail.attachmentName',
  size_bytes: 'length(mail.attachment)',
  invoice_id: 'mail.invoiceId',
  created_at: 'mail.createdAt',
};

/** Mail that was kept instead of sent: what would have gone out can be read, and given to somebody by hand. */
@Injectable()
export class MailboxService {
  constructor(
    @InjectRepository(MailMessage) private readonly mails: Repository<MailMessage>,
    private readonly clock: Clock,
  ) {}

  async keep({ to, subject, text, attachment }: OutgoingMail, invoiceId: number): Promise<void> {
    await this.mails.insert({
      recipient: to,
      subject,
      text,
      attachmentName: attachment.name,
      attachment: attachment.content,
      invoiceId,
      createdAt: this.clock.now(),
    });
  }

  /** Newest first. */
  async page(query: PagedQuery): Promise<MailPage> {
    const { take, skip } = pageWindow(query);
    const rows = await this.select()
      .orderBy('mail.id', 'DESC')
      .limit(take)
      .offset(skip)
      .getRawMany<MailRow>();
    return { mails: rows.map(toMailView), ...pageInfo(await this.mails.count(), query) };
  }

  /** @throws ProblemException not-found */
  async get(id: number): Promise<MailView> {
    const row = await this.select().where('mail.id = :id', { id }).getRawOne<MailRow>();
    if (!row) throw notThere();
    return toMailView(row);
  }

  /** @throws ProblemException not-found, also for a mail without one */
  async attachment(id: number): Promise<{ name: string; content: Buffer }> {
    const mail = await this.mails.findOne({
      where: { id },
      select: { id: true, attachmentName: true, attachment: true },
    });
    if (!mail?.attachment) throw notThere();
    return { name: mail.attachmentName ?? 'attachment', content: mail.attachment };
  }

  private select(): SelectQueryBuilder<MailMessage> {
    return selectColumns(this.mails.createQueryBuilder('mail'), COLUMNS);
  }
}

const notThere = () => new ProblemException('not-found', 'There is no such mail');

const toMailView = (row: MailRow): MailView => ({
  id: row.id,
  to: row.recipient,
  subject: row.subject,
  text: row.text,
  attachment:
    row.attachment_name === null
      ? null
      : { name: row.attachment_name, size_bytes: row.size_bytes ?? 0 },
  invoice_id: row.invoice_id,
  created_at: row.created_at.toISOString(),
});

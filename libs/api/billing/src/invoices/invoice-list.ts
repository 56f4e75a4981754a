import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ProjectAccess } from '@tidemark/api/activity';
import {
  Config,
  containing,
  pageInfo,
  pageWindow,
  ProblemException,
  readsEverything,
  sortOrder,
  type Viewer,
} from '@tidemark/api/platform';
import { selectColumns } from '@tidemark/api/work';
import {
  type InvoiceOptions,
  type InvoicePage,
  type InvoiceView,
  fromMinor,
} from '@tidemark/contracts';
import { Repository, type SelectQueryBuilder } from 'typeorm';
import { CURRENCIES } from '../currency-field';
import { Mailer } from '../mail/mailer';
import { InvoiceNumbers } from './invoice-numbers';
import { Invoice } from './invoice.entity';
import { toInvoiceSummary, toInvoiceView } from './invoice.view';
import type { ListInvoicesQuery } from './list-invoices.query';
import { OfficeCalendar } from './office-calendar';

const COLUMNS = {
  number: 'invoice.seriesNumber',
  client_name: 'client.name',
  issue_date: 'invoice.issueDate',
  due_date: 'invoice.dueDate',
  created_at: 'invoice.createdAt',
};
const OUTSTANDING = `invoice.status IN ('sent', 'partially_paid', 'overdue')`;
const BILLING = `
  SELECT line.invoice_id FROM time_entry entry JOIN invoice_line line ON line.id = entry.invoice_line_id
  WHERE entry.id = :time_entry_id`;

/** Reading invoices: for administrators, auditors and leads. */
@Injectable()
export class InvoiceList {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    private readonly numbers: InvoiceNumbers,
    private readonly access: ProjectAccess,
    private readonly calendar: OfficeCalendar,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  /** @throws ProblemException forbidden for members who lead no project */
  async page(viewer: Viewer, query: ListInvoicesQuery): Promise<InvoicePage> {
    await this.refuseStrangers(viewer);
    const { take, skip } = pageWindow(query);
    const { column, direction } = sortOrder(query.sort ?? '-number', COLUMNS);
    const found = this.filtered(query).addSelect(['client.id', 'client.name']);
    // Numbers of a later year come after all of an earlier one.
    if (column === COLUMNS.number) found.orderBy('invoice.seriesYear', direction);
    const [invoices, total] = await found
      .addOrderBy(column, direction)
      .addOrderBy('invoice.id', direction)
      .take(take)
      .skip(skip)
      .getManyAndCount();
    const today = await this.calendar.today();
    return {
      invoices: invoices.map((invoice) => toInvoiceSummary(invoice, today)),
      outstanding: await this.outstanding(query),
      ...pageInfo(total, query),
    };
  }

  /** @throws ProblemException not-found, or forbidden for members who lead no project */
  async view(viewer: Viewer, id: number): Promise<InvoiceView> {
    await this.refuseStrangers(viewer);
    const invoice = await this.whole(id);
    const canEdit = viewer.role === 'admin' && invoice.status === 'draft';
    const canDelete = canEdit && (await this.numbers.isNewest(invoice));
    const rights = { can_edit: canEdit, can_delete: canDelete };
    return toInvoiceView(invoice, await this.calendar.today(), rights);
  }

  /** With client, lines and payments. @throws like `view` */
  async get(viewer: Viewer, id: number): Promise<Invoice> {
    await this.refuseStrangers(viewer);
    return this.whole(id);
  }

  /** What the screens need to know beforehand. @throws ProblemException forbidden, like the list */
  async options(viewer: Viewer): Promise<InvoiceOptions> {
    await this.refuseStrangers(viewer);
    return {
      delivery: this.mailer.hasServer ? 'smtp' : 'mailbox',
      company_name: this.config.COMPANY_NAME,
      currencies: [...CURRENCIES],
    };
  }

  private async refuseStrangers(viewer: Viewer): Promise<void> {
    if (readsEverything(viewer) || (await this.access.leadsAny(viewer.id))) return;
    throw new ProblemException(
      'forbidden',
      'Invoices are for administrators and leads of projects',
    );
  }

  private async whole(id: number): Promise<Invoice> {
    const invoice = await this.invoices.findOne({
      where: { id },
      relations: { client: true, lines: true, payments: { reverser: true } },
      order: { lines: { position: 'ASC' }, payments: { id: 'ASC' } },
    });
    if (!invoice) throw new ProblemException('not-found', 'There is no such invoice');
    return invoice;
  }

  private filtered({
    q,
    status,
    client_id,
    time_entry_id,
  }: ListInvoicesQuery): SelectQueryBuilder<Invoice> {
    const found = this.invoices.createQueryBuilder('invoice').innerJoin('invoice.client', 'client');
    if (q)
      found.andWhere('(invoice.number ILIKE :q OR client.name ILIKE :q)', { q: containing(q) });
    if (status) found.andWhere('invoice.status IN (:...status)', { status });
    if (client_id) found.andWhere('invoice.clientId = :client_id', { client_id });
    if (time_entry_id) found.andWhere(`invoice.id IN (${BILLING})`, { time_entry_id });
    return found;
  }

  private async outstanding(query: ListInvoicesQuery): Promise<InvoicePage['outstanding']> {
    const sums = this.filtered(query)
      .andWhere(OUTSTANDING)
      .groupBy('invoice.currency')
      .orderBy('invoice.currency');
    const rows = await selectColumns(sums, {
      currency: 'invoice.currency',
      minor: 'CAST(sum(invoice.totalMinor - invoice.paidMinor) AS text)',
    }).getRawMany<{ currency: string; minor: string }>();
    return rows.map(({ currency, minor }) => ({
      currency,
      amount: fromMinor(BigInt(minor), currency),
    }));
  }
}

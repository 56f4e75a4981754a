import { fromMinor } from '@tidemark/contracts';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock, dayIn, ProblemException, type Viewer } from '@tidemark/api/platform';
import { Client, given, refusedField } from '@tidemark/api/work';
import { Repository } from 'typeorm';
import { BilledTime } from './billed-time';
import { InvoiceLines } from './invoice-lines';
import { InvoiceNumbers } from './invoice-numbers';
import { refuseStale } from './invoice-revision';
import { refuseTransition, refuseUnlessDraft, refuseWhileSending } from './invoice-rules';
import { Invoice } from './invoice.entity';
import { invoiceSums, type PricedLine, pricedLines } from './priced-lines';
import type {
  ChangeInvoiceStatusDto,
  SaveInvoiceDto,
  SaveInvoiceLineDto,
  UpdateInvoiceDto,
} from './save-invoice.dto';

/** Writing invoices, and what becomes of them by hand. Sending and payments have services of their own. */
@Injectable()
export class InvoicesService {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly numbers: InvoiceNumbers,
    private readonly lines: InvoiceLines,
    private readonly billed: BilledTime,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemException not-found for the client, validation-failed, or conflict for time billed already */
  async create(viewer: Viewer, input: SaveInvoiceDto): Promise<number> {
    const { client_id: clientId, currency, due_date: dueDate, notes = '' } = input;
    await this.refuseUnknownClient(clientId);
    const taxRate = usableRate(input.tax_rate ?? '0');
    const issueDate = input.issue_date ?? dayIn(viewer.timeZone, this.clock.now());
    refuseDates(issueDate, dueDate);
    const priced = pricedLines(input.lines, currency);
    const invoice = await this.invoices.save(
      this.invoices.create({
        ...{ clientId, currency, taxRate, issueDate, dueDate, notes },
        ...totals(priced, taxRate),
        ...(await this.numbers.draw(Number(issueDate.slice(0, 4)))),
        createdAt: this.clock.now(),
      }),
    );
    await this.billed.changing(invoice.id, entriesOf(priced), () =>
      this.lines.add(invoice, priced),
    );
    return invoice.id;
  }

  /**
   * The route holds the invoice, so of several who change what they saw at the same moment one is let through.
   * @throws ProblemException not-found, locked unless it is a draft, conflict, or validation-failed
   */
  async update(id: number, input: UpdateInvoiceDto): Promise<void> {
    const invoice = await this.draft(id);
    refuseBlind(input);
    refuseStale(invoice, input.revision, 'saved');
    const { currency, issue_date: issueDate, due_date: dueDate, notes } = input;
    const wanted = pricedLines(input.lines ?? linesOf(invoice), currency ?? invoice.currency);
    const taxRate = usableRate(input.tax_rate ?? invoice.taxRate);
    Object.assign(invoice, given({ currency, issueDate, dueDate, notes }), { taxRate });
    refuseDates(invoice.issueDate, invoice.dueDate);
    refuseOtherYear(invoice);
    const isChanged = await this.billed.changing(id, entriesOf(wanted), () =>
      this.lines.replace(invoice, wanted),
    );
    if (isChanged) invoice.linesRevision++;
    const { lines: _lines, payments: _payments, client: _client, ...columns } = invoice;
    await this.invoices.save({ ...columns, ...totals(wanted, taxRate) });
  }

  /** @throws ProblemException not-found, locked unless it is a draft, or conflict when its number is not the newest */
  async delete(id: number): Promise<void> {
    const invoice = await this.draft(id);
    if (!(await this.numbers.giveBack(invoice))) {
      throw new ProblemException(
        'conflict',
        `Only the newest invoice can be deleted, so that no number is missing: cancel ${invoice.number} instead`,
      );
    }
    await this.billed.changing(id, [], () => this.invoices.delete(id));
  }

  /** Handed over by other means than mail, or cancelled. @throws ProblemException not-found, or conflict */
  async changeStatus(id: number, { status, revision }: ChangeInvoiceStatusDto): Promise<void> {
    const invoice = await this.find(id);
    if (invoice.status === status) return;
    refuseWhileSending(invoice, this.clock.now());
    refuseStale(invoice, revision, 'changed');
    refuseTransition(invoice, status);
    if (status === 'cancelled') await this.billed.changing(id, [], () => this.lines.free(id));
    const sentAt = status === 'sent' ? this.clock.now() : invoice.sentAt;
    await this.invoices.update(id, { status, sentAt });
  }

  private async draft(id: number): Promise<Invoice> {
    const invoice = await this.find(id);
    refuseUnlessDraft(invoice);
    refuseWhileSending(invoice, this.clock.now());
    return invoice;
  }

  private async find(id: number): Promise<Invoice> {
    const invoice = await this.invoices.findOne({
      where: { id },
      relations: { lines: true },
      order: { lines: { position: 'ASC' } },
    });
    if (!invoice) throw new ProblemException('not-found', 'There is no such invoice');
    return invoice;
  }

  private async refuseUnknownClient(id: number): Promise<void> {
    if (await this.clients.existsBy({ id })) return;
    throw new ProblemException('not-found', 'There is no such client');
  }
}

const entriesOf = (lines: readonly PricedLine[]) =>
  lines.flatMap(({ timeEntryIds }) => timeEntryIds ?? []);

function totals(lines: readonly PricedLine[], taxRate: string) {
  const { subtotal, tax, total } = invoiceSums(
    lines.map(({ amountMinor }) => amountMinor),
    taxRate,
  );
  return { subtotalMinor: subtotal, taxMinor: tax, totalMinor: total };
}

/** The lines as they could be sent: for a change that leaves them, but perhaps not their currency. */
const linesOf = ({ lines, currency }: Invoice): SaveInvoiceLineDto[] =>
  lines.map(({ id, description, quantity, unitPriceMinor }) => ({
    id,
    description,
    quantity,
    unit_price: fromMinor(unitPriceMinor, currency),
  }));

function usableRate(rate: string): string {
  if (Number(rate) <= 100) return rate;
  throw refusedField('tax_rate', 'range', 'tax_rate must be from 0 to 100 per cent');
}

function refuseDates(issueDate: string, dueDate: string): void {
  if (dueDate >= issueDate) return;
  throw refusedField('due_date', 'order', 'due_date must not lie before the date of the invoice');
}

/** Lines take the place of all that are there: of which, must be known. */
function refuseBlind({ lines, revision }: UpdateInvoiceDto): void {
  if (!lines || revision !== undefined) return;
  const message =
    'Lines replace all lines of the draft: say by its revision, which is in its view, which ones you saw';
  throw refusedField('revision', 'required', message);
}

/** The number says the year, and stays. */
function refuseOtherYear({ number, seriesYear, issueDate }: Invoice): void {
  if (Number(issueDate.slice(0, 4)) === seriesYear) return;
  const message = `Invoice ${number} is one of ${seriesYear}: its date must stay in that year`;
  throw refusedField('issue_date', 'year', message);
}

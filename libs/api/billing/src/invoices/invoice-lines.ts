import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ProblemException } from '@tidemark/api/platform';
import { Project, refusedField, TimeEntry } from '@tidemark/api/work';
import { In, IsNull, Not, Repository } from 'typeorm';
import { InvoiceLine } from './invoice-line.entity';
import type { Invoice } from './invoice.entity';
import type { PricedLine } from './priced-lines';

/** The lines of drafts, and the time entries that they bill: an entry is on one line at most. */
@Injectable()
export class InvoiceLines {
  constructor(
    @InjectRepository(InvoiceLine) private readonly lines: Repository<InvoiceLine>,
    @InjectRepository(TimeEntry) private readonly entries: Repository<TimeEntry>,
    @InjectRepository(Project) private readonly projects: Repository<Project>,
  ) {}

  /** The first lines of an invoice. @throws ProblemException like `replace` */
  async add(invoice: Billed, wanted: PricedLine[]): Promise<void> {
    refuseForeign([], wanted);
    await this.store(invoice, wanted);
  }

  /**
   * Makes the invoice have these lines and no others.
   * @returns whether anything changed
   * @throws ProblemException validation-failed for a line of another invoice, or conflict for time that
   * cannot be billed
   */
  async replace(invoice: Billed, wanted: PricedLine[]): Promise<boolean> {
    const before = await this.state(invoice.id);
    refuseForeign(before.lines, wanted);
    const kept = new Set(wanted.map(({ id }) => id));
    const gone = before.lines.filter(({ id }) => !kept.has(id));
    if (gone.length > 0) await this.lines.delete(gone.map(({ id }) => id));
    await this.store(invoice, wanted);
    return JSON.stringify(before) !== JSON.stringify(await this.state(invoice.id));
  }

  /** Time of a cancelled invoice can be billed again. */
  async free(invoiceId: number): Promise<void> {
    const lines = await this.lines.find({ where: { invoiceId }, select: { id: true } });
    await this.entries.update(
      { invoiceLineId: In(lines.map(({ id }) => id)) },
      { invoiceLineId: null },
    );
  }

  private async store({ id: invoiceId, clientId }: Billed, wanted: PricedLine[]): Promise<void> {
    const rows = wanted.map(({ timeEntryIds: _, ...line }, position) =>
      this.lines.create({ ...line, position, invoiceId }),
    );
    await this.lines.save(rows);
    await this.bill(clientId, rows, wanted);
  }

  /** First everything that leaves a line is freed, so that it can go to another line at once. */
  private async bill(clientId: number, rows: InvoiceLine[], wanted: PricedLine[]): Promise<void> {
    const billing = rows.flatMap(({ id }, row) => {
      const ids = wanted[row]?.timeEntryIds;
      return ids ? [{ line: id, ids, row }] : [];
    });
    for (const { line, ids } of billing) {
      await this.entries.update({ invoiceLineId: line, id: Not(In(ids)) }, { invoiceLineId: null });
    }
    for (const { line, ids, row } of billing) {
      if (ids.length > 0) await this.claim(clientId, line, ids, row);
    }
  }

  /** Of several invoices that bill an entry at the same moment, its row lets one through. */
  private async claim(clientId: number, line: number, ids: number[], row: number): Promise<void> {
    const projects = await this.projects.find({ where: { clientId }, select: { id: true } });
    const billable = {
      id: In(ids),
      projectId: In(projects.map(({ id }) => id)),
      billable: true,
      endedAt: Not(IsNull()),
    };
    const { affected } = await this.entries.update(
      [
        { ...billable, invoiceLineId: IsNull() },
        { ...billable, invoiceLineId: line },
      ],
      { invoiceLineId: line },
    );
    if (affected === ids.length) return;
    throw new ProblemException(
      'conflict',
      `Line ${row + 1} bills time that cannot be billed: it is on another invoice, not billable, ` +
        'still running, or not of this client. Look at the unbilled time again',
    );
  }

  private async state(invoiceId: number): Promise<{ lines: StoredLine[]; entries: unknown[] }> {
    const found = await this.lines.find({ where: { invoiceId }, order: { position: 'ASC' } });
    const lines = found.map(({ id, description, quantity, unitPriceMinor }) => ({
      id,
      description,
      quantity,
      price: String(unitPriceMinor),
    }));
    const entries = await this.entries.find({
      where: { invoiceLineId: In(lines.map(({ id }) => id)) },
      select: { id: true, invoiceLineId: true },
      order: { id: 'ASC' },
    });
    return { lines, entries };
  }
}

type Billed = Pick<Invoice, 'id' | 'clientId'>;

interface StoredLine {
  id: number;
  description: string;
  quantity: string;
  price: string;
}

function refuseForeign(existing: readonly StoredLine[], wanted: readonly PricedLine[]): void {
  const left = new Set(existing.map(({ id }) => id));
  wanted.forEach(({ id }, row) => {
    if (id === undefined || left.delete(id)) return;
    const message =
      'This line is not on the invoice any more, or is there twice: load the invoice again';
    throw refusedField(`lines/${row}/id`, 'other-invoice', message);
  });
}

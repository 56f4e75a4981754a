import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Transactions } from '@tidemark/api/platform';
import { Repository } from 'typeorm';
import { InvoiceSeries } from './invoice-series.entity';
import type { Invoice } from './invoice.entity';

const DRAW = `
  INSERT INTO invoice_series (year, last_number) VALUES ($1, 1)
  ON CONFLICT (year) DO UPDATE SET last_number = invoice_series.last_number + 1
  RETURNING last_number`;

export interface SeriesNumber {
  seriesYear: number;
  seriesNumber: number;
  /** "2026-0001" */
  number: string;
}

type Numbered = Pick<Invoice, 'seriesYear' | 'seriesNumber'>;

/**
 * Numbers of invoices: one series for each year, without gaps. The row of the series stays locked until the
 * transaction ends, so invoices made at the same moment take turns, and one that fails gives its number back.
 */
@Injectable()
export class InvoiceNumbers {
  constructor(
    @InjectRepository(InvoiceSeries) private readonly series: Repository<InvoiceSeries>,
    private readonly transactions: Transactions,
  ) {}

  /** The next number of a year, for the transaction that is open. */
  async draw(year: number): Promise<SeriesNumber> {
    const [row] = await this.transactions.manager.query<{ last_number: number }[]>(DRAW, [year]);
    const seriesNumber = row?.last_number ?? 1;
    const number = `${year}-${String(seriesNumber).padStart(4, '0')}`;
    return { seriesYear: year, seriesNumber, number };
  }

  /** Whether nothing has been numbered after this one. */
  async isNewest({ seriesYear: year, seriesNumber }: Numbered): Promise<boolean> {
    const series = await this.series.findOneBy({ year });
    return series?.lastNumber === seriesNumber;
  }

  /** Takes the newest number back, so that the next invoice gets it. @returns false when it is not the newest */
  async giveBack({ seriesYear: year, seriesNumber }: Numbered): Promise<boolean> {
    const { affected } = await this.series.update(
      { year, lastNumber: seriesNumber },
      { lastNumber: seriesNumber - 1 },
    );
    return affected === 1;
  }
}

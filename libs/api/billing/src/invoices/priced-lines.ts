import { lineAmount, type Sums, sumsOf, toMinor } from '@tidemark/contracts';
import { refusedField } from '@tidemark/api/work';
import { MAX_MINOR, toQuantity } from '../money';
import type { InvoiceLine } from './invoice-line.entity';
import type { SaveInvoiceLineDto } from './save-invoice.dto';

/** A line that is to be stored, with what it comes to. */
export interface PricedLine extends Pick<
  InvoiceLine,
  'description' | 'quantity' | 'unitPriceMinor' | 'amountMinor'
> {
  id: number | undefined;
  /** Undefined leaves the time of a line as it is. */
  timeEntryIds: number[] | undefined;
}

/** @throws ProblemException validation-failed for a price that the currency cannot express, or for too much */
export function pricedLines(lines: readonly SaveInvoiceLineDto[], currency: string): PricedLine[] {
  return lines.map(({ id, description, quantity, unit_price, time_entry_ids }, row) => {
    const unitPriceMinor = toMinor(unit_price, currency);
    if (unitPriceMinor === null) {
      const message = `unit_price has more places than ${currency} has`;
      throw refusedField(`lines/${row}/unit_price`, 'places', message);
    }
    const amountMinor = lineAmount(quantity, unitPriceMinor);
    if (amountMinor > MAX_MINOR || amountMinor < -MAX_MINOR) {
      const message = 'The line comes to more than an invoice can hold';
      throw refusedField(`lines/${row}/unit_price`, 'too-much', message);
    }
    return {
      id,
      description,
      quantity: toQuantity(quantity),
      unitPriceMinor,
      amountMinor,
      timeEntryIds: time_entry_ids,
    };
  });
}

/** @throws ProblemException validation-failed for less than nothing, or for more than can be stored */
export function invoiceSums(amounts: readonly bigint[], taxRate: string): Sums {
  const sums = sumsOf(amounts, taxRate);
  if (sums.subtotal < 0n) {
    throw refusedField('lines', 'negative', 'The lines must not come to less than nothing');
  }
  if (sums.total > MAX_MINOR) {
    throw refusedField('lines', 'too-much', 'The lines come to more than an invoice can hold');
  }
  return sums;
}

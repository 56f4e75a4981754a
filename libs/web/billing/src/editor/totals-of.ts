import { fromMinor, lineAmount, sumsOf, toMinor, toUnits } from '@tidemark/contracts';
import { typedDecimal } from '../shared/typed-decimal';

export interface TypedInvoice {
  currency: string;
  tax_rate: string;
  lines: { quantity: string; unit_price: string }[];
}

export interface Totals {
  /** Of each line; undefined where it cannot be counted yet. */
  amounts: (string | undefined)[];
  subtotal: string;
  tax: string;
  total: string;
}

/** What the invoice comes to as far as it is filled in: the same sums as the server's, by the same rules. */
export function totalsOf({ currency, tax_rate, lines }: TypedInvoice): Totals {
  const minor = lines.map(({ quantity, unit_price }) => amountOf(quantity, unit_price, currency));
  const rate = typedDecimal(tax_rate) ?? '0';
  const counted = minor.filter((amount) => amount !== undefined);
  const sums = sumsOf(counted, toUnits(rate, 3) === null ? '0' : rate);
  const money = (amount: bigint) => fromMinor(amount, currency);
  return {
    amounts: minor.map((amount) => (amount === undefined ? undefined : money(amount))),
    subtotal: money(sums.subtotal),
    tax: money(sums.tax),
    total: money(sums.total),
  };
}

function amountOf(quantity: string, unitPrice: string, currency: string): bigint | undefined {
  const [count, price] = [typedDecimal(quantity), typedDecimal(unitPrice)];
  if (count === undefined || price === undefined || toUnits(count, 2) === null) return undefined;
  const minor = toMinor(price, currency);
  return minor === null ? undefined : lineAmount(count, minor);
}

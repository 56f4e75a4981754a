// The arithmetic of invoices, which both sides of the wire must do alike: whole numbers of the currency's smallest
// unit, never floats.

/**
 * Currencies that do not have two decimal places (ISO 4217). A list of our own: machines and browsers disagree about
 * some, and what is stored must not change its worth with either.
 */
const PLACES = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((currency) => [currency, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((currency) => [currency, 3] as const),
  ...'CLF UYW'.split(' ').map((currency) => [currency, 4] as const),
]);

/** Decimal places of a currency (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export const currencyDigits = (currency: string): number => PLACES.get(currency) ?? 2;

/** An amount of the currency with exactly the places that it has, for `Intl.NumberFormat`. */
export function currencyFormat(currency: string) {
  const digits = currencyDigits(currency);
  return {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
}

/** A fraction rounded to a whole number, halves away from zero. `divisor` is positive. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (dividend * 2n + half) / (divisor * 2n);
}

/** A decimal text as a whole number of units with so many places. @returns null when it is none, or has more places */
export function toUnits(text: string, places: number): bigint | null {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '' || fraction.replace(/0+$/, '').length > places) return null;
  return BigInt(`${sign}${whole}${fraction.slice(0, places).padEnd(places, '0')}`);
}

/** 1250 with two places as "12.50". */
export function fromUnits(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const at = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return units < 0n ? `-${text}` : text;
}

/** "12.5" as 1250 cents. @returns null when the currency has no unit so small, such as "0.5" of a yen */
export const toMinor = (text: string, currency: string): bigint | null =>
  toUnits(text, currencyDigits(currency));

/** 1250 cents as "12.50", with as many places as the currency has. */
export const fromMinor = (minor: bigint, currency: string): string =>
  fromUnits(minor, currencyDigits(currency));

/** Quantity (two places) × unit price, rounded to the smallest unit: each line by itself, halves up. */
export const lineAmount = (quantity: string, unitPriceMinor: bigint): bigint =>
  divideRounded((toUnits(quantity, 2) ?? 0n) * unitPriceMinor, 100n);

/** What an invoice comes to, in the smallest unit of its currency. */
export interface Sums {
  subtotal: bigint;
  tax: bigint;
  total: bigint;
}

/** Sums rounded lines; the tax (per cent, three places) is taken once of their sum and rounded, halves up. */
export function sumsOf(amounts: readonly bigint[], taxRate: string): Sums {
  const subtotal = amounts.reduce((sum, amount) => sum + amount, 0n);
  const tax = divideRounded(subtotal * (toUnits(taxRate, 3) ?? 0n), 100_000n);
  return { subtotal, tax, total: subtotal + tax };
}

import { currencyDigits } from '@tidemark/contracts';

/** The largest amount of smallest units that an invoice may add up to. */
export const MAX_MINOR = 10n ** 14n;

/** A fraction rounded to a whole number, halves away from zero. `divisor` is positive. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (dividend * 2n + half) / (divisor * 2n);
}

/** A decimal text as a whole number of units with so many places. @returns null when it has more places */
function scaled(text: string, places: number): bigint | null {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === '' || fraction.replace(/0+$/, '').length > places) return null;
  return BigInt(`${sign}${whole}${fraction.slice(0, places).padEnd(places, '0')}`);
}

function decimal(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const at = digits.length - places;
  const text = places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
  return units < 0n ? `-${text}` : text;
}

/** "12.5" as 1250 cents. @returns null when the currency has no unit so small, such as "0.5" of a yen */
export const toMinor = (text: string, currency: string): bigint | null =>
  scaled(text, currencyDigits(currency));

/** An amount with two places, such as an hourly rate, in the smallest unit of the currency. */
export function rateToMinor(rate: string, currency: string): bigint {
  const hundredths = scaled(rate, 2) ?? 0n;
  return divideRounded(hundredths * 10n ** BigInt(currencyDigits(currency)), 100n);
}

/** 1250 cents as "12.50", with as many places as the currency has. */
export const fromMinor = (minor: bigint, currency: string): string =>
  decimal(minor, currencyDigits(currency));

/** "1.5" as "1.50": the places that a quantity is stored with. */
export const toQuantity = (text: string): string => decimal(scaled(text, 2) ?? 0n, 2);

/** "19.000" as "19", and "8.100" as "8.1". */
export const toRate = (text: string): string =>
  decimal(scaled(text, 3) ?? 0n, 3).replace(/\.?0+$/, '');

/** Quantity (two places) × unit price, rounded to the smallest unit: each line by itself, halves up. */
export const lineAmount = (quantity: string, unitPriceMinor: bigint): bigint =>
  divideRounded((scaled(quantity, 2) ?? 0n) * unitPriceMinor, 100n);

export interface Sums {
  subtotal: bigint;
  tax: bigint;
  total: bigint;
}

/** Sums rounded lines; the tax (per cent, three places) is taken once of their sum and rounded, halves up. */
export function sumsOf(amounts: readonly bigint[], taxRate: string): Sums {
  const subtotal = amounts.reduce((sum, amount) => sum + amount, 0n);
  const tax = divideRounded(subtotal * (scaled(taxRate, 3) ?? 0n), 100_000n);
  return { subtotal, tax, total: subtotal + tax };
}

/** Seconds as hours with two places, halves up: what a line of time bills. */
export const hoursOf = (seconds: number): string => decimal(divideRounded(BigInt(seconds), 36n), 2);

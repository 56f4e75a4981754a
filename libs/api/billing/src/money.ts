import { currencyDigits, divideRounded, fromUnits, toUnits } from '@tidemark/contracts';

/** The largest amount of smallest units that an invoice may add up to. */
export const MAX_MINOR = 10n ** 14n;

/** An amount with two places, such as an hourly rate, in the smallest unit of the currency. */
export function rateToMinor(rate: string, currency: string): bigint {
  const hundredths = toUnits(rate, 2) ?? 0n;
  return divideRounded(hundredths * 10n ** BigInt(currencyDigits(currency)), 100n);
}

/** "1.5" as "1.50": the places that a quantity is stored with. */
export const toQuantity = (text: string): string => fromUnits(toUnits(text, 2) ?? 0n, 2);

/** "19.000" as "19", and "8.100" as "8.1". */
export const toRate = (text: string): string =>
  fromUnits(toUnits(text, 3) ?? 0n, 3).replace(/\.?0+$/, '');

/** Seconds as hours with two places, halves up: what a line of time bills. */
export const hoursOf = (seconds: number): string =>
  fromUnits(divideRounded(BigInt(seconds), 36n), 2);

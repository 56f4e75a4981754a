import type { AbstractControl, ValidationErrors, ValidatorFn } from '@angular/forms';
import { currencyDigits, fromMinor, toMinor, toUnits } from '@tidemark/contracts';

const SPACES = /[\s\u00a0\u202f']/g;

/**
 * A number as people type it, as the wire takes it: "1 234,5" and "1,234.5" are "1234.5". With one mark alone it stands
 * before the decimals, whichever it is. Undefined for what is no number.
 */
export function typedDecimal(typed: string): string | undefined {
  const plain = typed.replace(SPACES, '').replace('\u2212', '-');
  const mark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const whole = withoutGroups(mark < 0 ? plain : plain.slice(0, mark), plain[mark]);
  const fraction = mark < 0 ? '' : plain.slice(mark + 1);
  if (whole === undefined || !/^-?\d*$/.test(whole) || !/^\d*$/.test(fraction)) return undefined;
  if (!/\d/.test(whole + fraction)) return undefined;
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.replace('-', '').replace(/^0+(?=\d)/, '') || '0';
  return `${sign}${digits}${fraction && `.${fraction}`}`;
}

/** "1,234" before a point: the other mark stands between groups of three. */
function withoutGroups(whole: string, mark?: string): string | undefined {
  const other = mark === ',' ? '.' : ',';
  if (!whole.includes(other)) return whole;
  return /^-?\d{1,3}([.,]\d{3})+$/.test(whole) && !whole.includes(mark ?? ' ')
    ? whole.replaceAll(other, '')
    : undefined;
}

const message = (text: string): ValidationErrors => ({ decimal: { message: text } });

/** A quantity: up to 999 999.99. */
export const isQuantity: ValidatorFn = ({ value }: AbstractControl<string>) => {
  if (!value.trim()) return null;
  const decimal = typedDecimal(value);
  const units = decimal === undefined ? null : toUnits(decimal, 2);
  if (decimal === undefined) return message('Enter a number, like 1.5');
  if (units === null) return message('Use at most 2 decimals');
  return units >= 0n && units < 100_000_000n ? null : message('Enter 0 to 999 999.99');
};

/** A price in the currency of the moment; negative for a discount. */
export function isPrice(currency: () => string): ValidatorFn {
  return ({ value }: AbstractControl<string>) => {
    if (!value.trim()) return null;
    const decimal = typedDecimal(value);
    if (decimal === undefined) return message('Enter an amount, like 85.00');
    if (toMinor(decimal, currency()) === null) return message(placesOf(currency()));
    return /^-?\d{1,9}(\.|$)/.test(decimal) ? null : message('Use at most 9 digits');
  };
}

/** A part of what is still to be paid. */
export function isPayment(balance: string, currency: string): ValidatorFn {
  return ({ value }: AbstractControl<string>) => {
    if (!value.trim()) return null;
    const decimal = typedDecimal(value);
    if (decimal === undefined) return message('Enter an amount, like 85.00');
    const minor = toMinor(decimal, currency);
    if (minor === null) return message(placesOf(currency));
    if (minor <= 0n) return message('Enter more than nothing');
    const most = toMinor(balance, currency) ?? 0n;
    return minor <= most ? null : message(`Only ${fromMinor(most, currency)} is still to be paid`);
  };
}

/** Per cent, with up to three decimals. */
export const isRate: ValidatorFn = ({ value }: AbstractControl<string>) => {
  if (!value.trim()) return null;
  const decimal = typedDecimal(value);
  const units = decimal === undefined ? null : toUnits(decimal, 3);
  if (decimal === undefined) return message('Enter per cent, like 19');
  if (units === null) return message('Use at most 3 decimals');
  return units >= 0n && units <= 100_000n ? null : message('Enter 0 to 100');
};

function placesOf(currency: string): string {
  const places = currencyDigits(currency);
  if (places === 0) return `${currency} has no decimals`;
  return `${currency} has ${places} decimals`;
}

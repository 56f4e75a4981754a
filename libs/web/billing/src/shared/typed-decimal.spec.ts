import { FormControl } from '@angular/forms';
import { isPayment, isPrice, isQuantity, isRate, typedDecimal } from './typed-decimal';

it.each([
  ['85', '85'],
  ['85.50', '85.50'],
  ['85,5', '85.5'],
  [' 1 234,50 ', '1234.50'],
  ['1.234,50', '1234.50'],
  ['1,234.50', '1234.50'],
  ['1,234,567.8', '1234567.8'],
  ["1'234.50", '1234.50'],
  ['1,234', '1.234'],
  ['-3,5', '-3.5'],
  ['\u22123', '-3'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['007', '7'],
  ['9007199254740993.01', '9007199254740993.01'],
])('reads %j as %j', (typed, decimal) => {
  expect(typedDecimal(typed)).toBe(decimal);
});

it.each(['', ' ', '-', '.', 'ten', '1e2', '1.2.3', '1,2,3', '12,34.5', '--1', '0x10', '1.2,3.4'])(
  'reads no number from %j',
  (typed) => {
    expect(typedDecimal(typed)).toBeUndefined();
  },
);

const said = (control: FormControl<string>) =>
  (control.errors?.['decimal'] as { message: string } | undefined)?.message;

it.each([
  ['EUR', '85.00', undefined],
  ['EUR', '85,001', 'EUR has 2 decimals'],
  ['JPY', '85.5', 'JPY has no decimals'],
  ['JPY', '85.0', undefined],
  ['KWD', '1.234', undefined],
  ['EUR', '-5', undefined],
  ['EUR', 'much', 'Enter an amount, like 85.00'],
  ['EUR', '1234567890', 'Use at most 9 digits'],
])('says of a price of %s %s: %s', (currency, typed, sentence) => {
  const price = isPrice(() => currency);
  expect(said(new FormControl(typed, { nonNullable: true, validators: price }))).toBe(sentence);
});

it.each([
  [isQuantity, '1,25', undefined],
  [isQuantity, '1.255', 'Use at most 2 decimals'],
  [isQuantity, '-1', 'Enter 0 to 999 999.99'],
  [isQuantity, '1000000', 'Enter 0 to 999 999.99'],
  [isRate, '8,1', undefined],
  [isRate, '100', undefined],
  [isRate, '100.001', 'Enter 0 to 100'],
  [isRate, '-1', 'Enter 0 to 100'],
  [isPayment('238.00', 'EUR'), '238', undefined],
  [isPayment('238.00', 'EUR'), '238.01', 'Only 238.00 is still to be paid'],
  [isPayment('238.00', 'EUR'), '0', 'Enter more than nothing'],
  [isPayment('238.00', 'EUR'), '-1', 'Enter more than nothing'],
] as const)('%o says of %s: %s', (validator, typed, sentence) => {
  expect(said(new FormControl(typed, { nonNullable: true, validators: validator }))).toBe(sentence);
});

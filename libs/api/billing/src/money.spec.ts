import {
  currencyDigits,
  divideRounded,
  fromMinor,
  lineAmount,
  sumsOf,
  toMinor,
} from '@tidemark/contracts';
import fc from 'fast-check';
import { hoursOf, rateToMinor, toQuantity, toRate } from './money';

const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'USD', 'CLF');
const minor = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
const hundredths = fc.integer({ min: 0, max: 99_999_999 });
const quantityOf = (units: number) => toQuantity(`${Math.floor(units / 100)}.${pad(units % 100)}`);
const pad = (part: number) => String(part).padStart(2, '0');
/** Twice the distance to the exact fraction, in units of the divisor: at most the divisor. */
const error = (rounded: bigint, dividend: bigint, divisor: bigint) => {
  const distance = (rounded * divisor - dividend) * 2n;
  return distance < 0n ? -distance : distance;
};

it.each([
  ['EUR', 2],
  ['HUF', 2],
  ['IDR', 2],
  ['COP', 2],
  ['JPY', 0],
  ['ISK', 0],
  ['UGX', 0],
  ['IQD', 3],
  ['TND', 3],
  ['CLF', 4],
])('gives %s the places of ISO 4217, whatever this machine thinks', (code, places) => {
  expect(currencyDigits(code)).toBe(places);
});

it('writes every amount with the places of its currency, and reads it back', () => {
  fc.assert(
    fc.property(minor, currency, (amount, code) => {
      const text = fromMinor(amount, code);
      const places = currencyDigits(code);
      expect(text).toMatch(new RegExp(places ? `^-?\\d+\\.\\d{${places}}$` : '^-?\\d+$'));
      expect(toMinor(text, code)).toBe(amount);
    }),
  );
});

it('rounds to the nearest whole, halves away from zero', () => {
  fc.assert(
    fc.property(minor, fc.bigInt({ min: 1n, max: 10n ** 6n }), (dividend, divisor) => {
      const rounded = divideRounded(dividend, divisor);
      expect(error(rounded, dividend, divisor)).toBeLessThanOrEqual(divisor);
      expect(divideRounded(-dividend, divisor)).toBe(-rounded);
    }),
  );
  expect([1n, 3n, -1n, -3n].map((half) => divideRounded(half, 2n))).toEqual([1n, 2n, -1n, -2n]);
});

it('sums what the lines say, and is never further from the exact sum than half a unit a line', () => {
  const line = fc.record({
    units: hundredths,
    price: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  });
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 200 }),
      fc.integer({ min: 0, max: 100_000 }),
      (lines, rate) => {
        const amounts = lines.map(({ units, price }) => lineAmount(quantityOf(units), price));
        const taxRate = `${Math.floor(rate / 1000)}.${String(rate % 1000).padStart(3, '0')}`;
        const { subtotal, tax, total } = sumsOf(amounts, taxRate);
        expect(total).toBe(subtotal + tax);
        expect(subtotal).toBe(amounts.reduce((sum, amount) => sum + amount, 0n));
        const exact = lines.reduce((sum, { units, price }) => sum + BigInt(units) * price, 0n);
        expect(error(subtotal, exact, 100n)).toBeLessThanOrEqual(100n * BigInt(lines.length));
        expect(error(tax, subtotal * BigInt(rate), 100_000n)).toBeLessThanOrEqual(100_000n);
      },
    ),
  );
});

it.each([
  ['12.5', 'EUR', 1250n],
  ['12.50', 'EUR', 1250n],
  ['0.1', 'EUR', 10n],
  ['-3', 'EUR', -300n],
  ['1500', 'JPY', 1500n],
  ['1500.00', 'JPY', 1500n],
  ['0.5', 'JPY', null],
  ['1.234', 'KWD', 1234n],
  ['1.2345', 'KWD', null],
  ['9007199254740993.01', 'EUR', 900719925474099301n],
])('takes %s %s for %s', (text, code, expected) => {
  expect(toMinor(text, code)).toBe(expected);
});

it.each([
  ['1.5', 85_00n, 127_50n],
  ['0.33', 10_00n, 3_30n],
  ['0.05', 1_10n, 6n],
  ['0.05', -1_10n, -6n],
  ['1.15', 1_00n, 1_15n],
])('bills %s times %s as %s', (quantity, price, amount) => {
  expect(lineAmount(quantity, price)).toBe(amount);
});

it('turns a rate into the smallest unit of any currency', () => {
  const rates = ['EUR', 'JPY', 'KWD'].map((code) => rateToMinor('85.50', code));
  expect(rates).toEqual([8550n, 86n, 85500n]);
});

it('writes rates without what says nothing, and time as hours', () => {
  expect(['19.000', '8.100', '0', '100', '9.975', '20'].map(toRate)).toEqual([
    ...['19', '8.1', '0', '100', '9.975', '20'],
  ]);
  expect([0, 17, 18, 36, 3_600, 5_400, 360_000].map(hoursOf)).toEqual([
    ...['0.00', '0.00', '0.01', '0.01', '1.00', '1.50', '100.00'],
  ]);
});

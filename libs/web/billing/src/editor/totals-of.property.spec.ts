import fc from 'fast-check';
import { totalsOf } from './totals-of';

/** ISO 4217, written down here: what the browser knows must agree. */
const PLACES = { EUR: 2, USD: 2, JPY: 0, KWD: 3, CLF: 4 } as const;
const currency = fc.constantFrom(...(Object.keys(PLACES) as (keyof typeof PLACES)[]));
const mark = fc.constantFrom('.', ',');

const line = fc.record({
  hundredths: fc.integer({ min: 0, max: 99_999_999 }),
  minor: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  marks: fc.tuple(mark, mark),
});

/** As a person types it: 1250 with two places as "12,50". */
function typed(units: bigint, places: number, decimalMark: string): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const at = digits.length - places;
  const fraction = places > 0 ? `${decimalMark}${digits.slice(at)}` : '';
  return `${units < 0n ? '-' : ''}${digits.slice(0, at)}${fraction}`;
}

/** The rule as the API states it: the nearest whole number, and of two the one further from nothing. */
function nearest(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const [whole, rest] = [size / divisor, size % divisor];
  const rounded = rest * 2n >= divisor ? whole + 1n : whole;
  return dividend < 0n ? -rounded : rounded;
}

it('adds up to the last unit what the server adds up, in any currency', () => {
  fc.assert(
    fc.property(
      currency,
      fc.array(line, { maxLength: 60 }),
      fc.integer({ min: 0, max: 100_000 }),
      (code, lines, rate) => {
        const places = PLACES[code];
        const totals = totalsOf({
          currency: code,
          tax_rate: typed(BigInt(rate), 3, ','),
          lines: lines.map(({ hundredths, minor, marks }) => ({
            quantity: typed(BigInt(hundredths), 2, marks[0]),
            unit_price: typed(minor, places, marks[1]),
          })),
        });
        const amounts = lines.map(({ hundredths, minor }) =>
          nearest(BigInt(hundredths) * minor, 100n),
        );
        const subtotal = amounts.reduce((sum, amount) => sum + amount, 0n);
        const tax = nearest(subtotal * BigInt(rate), 100_000n);
        const shown = (amount: bigint) => typed(amount, places, '.');
        expect(totals).toEqual({
          amounts: amounts.map(shown),
          subtotal: shown(subtotal),
          tax: shown(tax),
          total: shown(subtotal + tax),
        });
      },
    ),
  );
});

it.each([
  ['a hundred lines of a third', '0.33', '0.10', '3.00'],
  ['a hundred lines of 1.15 × 1.00, which floats get wrong', '1.15', '1.00', '115.00'],
  [
    'a hundred lines beyond what floats can hold',
    '999999.99',
    '999999999.99',
    '99999998999000000.00',
  ],
])('sums %s', (_what, quantity, unit_price, subtotal) => {
  const lines = Array.from({ length: 100 }, () => ({ quantity, unit_price }));
  expect(totalsOf({ currency: 'EUR', tax_rate: '0', lines }).subtotal).toBe(subtotal);
});

it('leaves out what cannot be counted yet', () => {
  const lines = [
    { quantity: '1', unit_price: '' },
    { quantity: 'two', unit_price: '5' },
    { quantity: '1', unit_price: '0.001' },
    { quantity: '2', unit_price: '5' },
  ];
  expect(totalsOf({ currency: 'EUR', tax_rate: 'much', lines })).toEqual({
    amounts: [undefined, undefined, undefined, '10.00'],
    subtotal: '10.00',
    tax: '0.00',
    total: '10.00',
  });
});

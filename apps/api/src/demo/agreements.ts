import type { InvoiceGrouping, InvoiceRounding, PaymentMethod } from '@tidemark/contracts';
import type { CLIENTS } from './projects';

type ClientKey = (typeof CLIENTS)[number]['key'];

/** So many days after the invoice; "half" is a round sum of about so much. */
export interface AgreedPayment {
  after: number;
  amount: 'all' | 'half';
  method: PaymentMethod;
  note?: string;
}

/** How a client is billed, and how they pay. */
export interface Agreement {
  client: ClientKey;
  currency: string;
  /** Per cent: for clients in the country of the studio. */
  tax: string;
  groupBy: InvoiceGrouping;
  rounding: InvoiceRounding;
  /** Days. */
  terms: number;
  notes: string;
  payments: readonly AgreedPayment[];
}

const REVERSE_CHARGE = 'Reverse charge: VAT is due by the recipient (Article 196, 2006/112/EC).';
const OUTSIDE = 'Services to a business outside the European Union: no VAT.';

/** Everybody who is billed by the month. */
export const AGREEMENTS: readonly Agreement[] = [
  {
    ...{ client: 'northwind', currency: 'EUR', tax: '0', groupBy: 'task', rounding: '15' },
    ...{ terms: 30, notes: REVERSE_CHARGE },
    payments: [{ after: 27, amount: 'all', method: 'bank_transfer' }],
  },
  {
    ...{ client: 'halden', currency: 'CHF', tax: '0', groupBy: 'project', rounding: '6' },
    ...{ terms: 30, notes: OUTSIDE },
    payments: [{ after: 29, amount: 'all', method: 'bank_transfer' }],
  },
  {
    ...{ client: 'brightwater', currency: 'GBP', tax: '0', groupBy: 'person', rounding: 'none' },
    ...{ terms: 14, notes: `Hours by person, as agreed.\n${OUTSIDE}` },
    payments: [{ after: 12, amount: 'all', method: 'bank_transfer', note: 'BACS run of the week' }],
  },
  {
    ...{ client: 'kestrel', currency: 'EUR', tax: '23', groupBy: 'task', rounding: '15' },
    ...{ terms: 14, notes: '' },
    payments: [{ after: 9, amount: 'all', method: 'direct_debit' }],
  },
  {
    ...{ client: 'museum', currency: 'EUR', tax: '23', groupBy: 'project', rounding: '15' },
    ...{ terms: 45, notes: '' },
    payments: [
      { after: 10, amount: 'half', method: 'bank_transfer', note: 'From this quarter’s budget' },
      { after: 40, amount: 'all', method: 'bank_transfer', note: 'The rest' },
    ],
  },
];

/** The one who does not pay, for a while. */
export const DISPUTED: ClientKey = 'brightwater';
/** Gets the first invoice twice: the first time it lacks what their accounting asks for. */
export const REWRITTEN: ClientKey = 'kestrel';
/** Whose first invoice is taken for another, when money comes in. */
export const MIXED_UP: ClientKey = 'halden';
export const MIX_UP = 'The transfer was for Northwind: the same amount, another reference';
/** Names a number for each invoice after seeing the draft. */
export const ORDERS: ClientKey = 'museum';

/** Billed once, when the work was done, and handed over in person. */
export const AUDIT: Agreement = {
  ...{ client: 'lindgren', currency: 'EUR', tax: '0', groupBy: 'project', rounding: '15' },
  ...{ terms: 21, notes: `Accessibility audit with report and presentation.\n${REVERSE_CHARGE}` },
  payments: [{ after: 11, amount: 'all', method: 'card' }],
};

/** An invoice without time. */
export interface Draft extends Pick<Agreement, 'client' | 'currency' | 'tax' | 'terms' | 'notes'> {
  lines: readonly { description: string; quantity: string; unit_price: string }[];
}

/** Waits to be sent. */
export const DRAFT: Draft = {
  ...{ client: 'kestrel', currency: 'EUR', tax: '23', terms: 30 },
  notes: 'To be sent when the first ten dealers are on.',
  lines: [
    {
      description: 'Wholesale portal - set-up of the first ten dealers, fixed price',
      ...{ quantity: '1', unit_price: '2400.00' },
    },
    { description: 'Photographs, licence for one year', quantity: '6', unit_price: '39.00' },
    { description: 'Discount for the yearly agreement', quantity: '1', unit_price: '-240.00' },
  ],
};

/** Written to oneself, to see what it looks like. */
export const MISTAKE: Draft = {
  ...{ client: 'saltmarsh', currency: 'EUR', tax: '23', terms: 14, notes: '' },
  lines: [{ description: 'Test', quantity: '1', unit_price: '1.00' }],
};

import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { InvoiceView, Me, PaymentView } from '@tidemark/contracts';
import { type Answer, FAKE_HISTORY, FakeApi, refuse } from '@tidemark/web/ui/testing';
import {
  anInvoice,
  NOON,
  OPTIONS,
  press,
  provideBilling,
  settle,
  type,
} from '../testing/provide-billing';
import { InvoicePage } from './invoice-page';

const MAIL = { to: 'office@acme.example', subject: 'Invoice 2026-0005', message: 'Hello' };
const PAYMENT: PaymentView = {
  id: 1,
  amount: '100.00',
  method: 'card',
  paid_on: '2026-11-20',
  note: '',
  created_at: '2026-11-20T09:00:00.000Z',
  reversal: null,
};
const REVERSED: PaymentView = {
  ...PAYMENT,
  id: 2,
  reversal: {
    reason: 'It was for\n2026-0004',
    created_at: '2026-11-22T12:00:00.000Z',
    user_id: 3,
    display_name: 'Ben Kaya',
  },
};
const SEND = 'POST /api/invoices/5/send';
const PAY = 'POST /api/invoices/5/payments';
const REVERSE = 'POST /api/invoices/5/payments/1/reverse';
const STATUS = 'POST /api/invoices/5/status';

async function open(
  given: Partial<InvoiceView>,
  answers: Record<string, Answer> = {},
  me: Partial<Me> = {},
) {
  jest.useFakeTimers({ now: NOON });
  const api = new FakeApi({
    'GET /api/invoices/5': () => anInvoice(given),
    'GET /api/invoices/options': () => OPTIONS,
    'GET /api/invoices/5/mail': () => MAIL,
    ...answers,
  });
  await render(InvoicePage, {
    inputs: { id: '5' },
    providers: [...provideBilling(api, me), FAKE_HISTORY],
  });
  await settle();
  return api;
}

async function offered(): Promise<string[]> {
  const buttons = screen.getAllByRole('button').map((button) => button.textContent?.trim() ?? '');
  const links = screen.queryAllByRole('link', { name: 'Edit' }).map(() => 'Edit');
  if (screen.queryByRole('button', { name: /More for/ })) await press(/More for/);
  const items = screen.queryAllByRole('menuitem').map((item) => item.textContent?.trim() ?? '');
  return [...links, ...buttons, ...items].filter(Boolean).sort();
}
const dialog = () => within(screen.getByRole('dialog'));

afterEach(() => jest.useRealTimers());

it.each<[string, Partial<InvoiceView>, string[]]>([
  [
    'the newest draft',
    { status: 'draft', can_delete: true },
    ['Cancel invoice', 'Delete draft', 'Edit', 'Mark as sent', 'PDF', 'Send'],
  ],
  [
    'an older draft',
    { status: 'draft' },
    ['Cancel invoice', 'Edit', 'Mark as sent', 'PDF', 'Send'],
  ],
  ['a sent one', {}, ['Cancel invoice', 'PDF', 'Record payment', 'Send again']],
  [
    'an overdue one',
    { status: 'overdue' },
    ['Cancel invoice', 'PDF', 'Record payment', 'Send again'],
  ],
  ['one paid in part', { status: 'partially_paid' }, ['PDF', 'Record payment', 'Send again']],
  ['a paid one', { status: 'paid' }, ['PDF', 'Send again']],
  ['a cancelled one', { status: 'cancelled' }, ['PDF']],
])('offers for %s what can become of it', async (_what, given, actions) => {
  await open(given);
  expect(await offered()).toEqual(actions);
});

it.each<Partial<Me>>([{ role: 'auditor' }, { role: 'member', is_lead: true }])(
  'lets %j read it, and nothing else',
  async (me) => {
    await open({ can_edit: false }, {}, me);
    expect(await offered()).toEqual(['PDF']);
    expect(screen.getByText('Acme GmbH')).toBeTruthy();
  },
);

it('looks like what the client gets', async () => {
  await open({
    balance: '138.00',
    amount_paid: '100.00',
    status: 'overdue',
    due_date: '2026-11-20',
  });
  const paper = within(screen.getByRole('article', { name: 'Invoice 2026-0005' }));
  for (const text of ['Büro Süd', 'Acme GmbH', '10 Nov 2026', '20 Nov 2026', 'Tax 19 %', 'Net 30'])
    expect(paper.getByText(text)).toBeTruthy();
  expect(paper.getByText('€238.00')).toBeTruthy();
  expect(screen.getByText('3 days late')).toBeTruthy();
  expect(screen.getByText('Bills 3 time entries, which are locked')).toBeTruthy();
});

it.each([
  ['partially_paid', '138.00', true],
  ['paid', '0.00', false],
] as const)(
  'says on the paper of a %s one what is left where something is',
  async (status, balance, isLeft) => {
    await open({ status, balance, payments: [PAYMENT] });
    const paper = within(screen.getByRole('article', { name: 'Invoice 2026-0005' }));
    expect(paper.getByText('Paid')).toBeTruthy();
    expect(paper.queryByText('Still to pay') !== null).toBe(isLeft);
  },
);

it('shows markup in names and notes as the text that it is', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  await open({ client_name: evil, notes: evil });
  expect(screen.getAllByText(evil)).toHaveLength(2);
  expect(document.querySelector('img')).toBeNull();
});

describe('sending', () => {
  it('begins with the words of the server, and says where the mail goes', async () => {
    const api = await open({ status: 'draft' }, { [SEND]: () => anInvoice() });
    await press('Send');
    expect(dialog().getByText(/the mail is kept in the mailbox/)).toBeTruthy();
    expect(dialog().getByLabelText<HTMLInputElement>('Subject').value).toBe(MAIL.subject);
    type('Message', 'Dear Acme');
    await settle();
    fireEvent.click(dialog().getByRole('button', { name: 'Send' }));
    await settle();
    expect(api.bodies(SEND)).toEqual([{ ...MAIL, message: 'Dear Acme', revision: 'as-opened' }]);
    expect(screen.getByText('Kept in the mailbox: invoice 2026-0005')).toBeTruthy();
  });

  it('that fails says why in place, keeps the words, and leaves the invoice alone', async () => {
    const why = 'The mail server did not answer in time. Nothing was changed';
    const api = await open(
      { status: 'draft' },
      {
        [SEND]: refuse(503, 'mail-failed', why),
        'GET /api/invoices/options': () => ({ ...OPTIONS, delivery: 'smtp' }),
      },
    );
    await press('Send');
    expect(dialog().getByText(/Goes out by the mail server/)).toBeTruthy();
    type('Message', 'Dear Acme');
    await settle();
    fireEvent.click(dialog().getByRole('button', { name: 'Send' }));
    await settle();
    expect(dialog().getByRole('alert').textContent).toContain(why);
    expect(dialog().getByLabelText<HTMLTextAreaElement>('Message').value).toBe('Dear Acme');
    expect(api.sent.filter(({ route }) => route === 'GET /api/invoices/5')).toHaveLength(1);
  });

  it('of what somebody else has changed meanwhile goes nowhere, and shows what it is now', async () => {
    const seen = { status: 'draft', revision: 'as-seen' } as const;
    const why = 'Invoice 2026-0005 was changed after you opened it, so it was not sent';
    const stale = { pointer: '/revision', code: 'stale', message: why };
    const api = await open(seen, { [SEND]: refuse(409, 'conflict', why, [stale]) });
    await press('Send');
    type('Message', 'Dear Acme');
    api.answers['GET /api/invoices/5'] = () => anInvoice({ ...seen, notes: 'Net 14' });
    fireEvent.click(dialog().getByRole('button', { name: 'Send' }));
    await settle();
    expect(api.bodies(SEND)).toEqual([expect.objectContaining({ revision: 'as-seen' })]);
    expect(dialog().getByRole('alert').textContent).toContain(why);
    expect(dialog().getByLabelText<HTMLTextAreaElement>('Message').value).toBe('Dear Acme');
    expect(screen.getByText('Net 14')).toBeTruthy();
  });

  it('goes nowhere without an address', async () => {
    const api = await open(
      { status: 'draft' },
      { 'GET /api/invoices/5/mail': () => ({ ...MAIL, to: null }) },
    );
    await press('Send');
    fireEvent.click(dialog().getByRole('button', { name: 'Send' }));
    await settle();
    expect(dialog().getByText('Enter a value')).toBeTruthy();
    expect(api.bodies(SEND)).toEqual([]);
  });
});

describe('a payment', () => {
  const due = { balance: '138.00', amount_paid: '100.00', status: 'partially_paid' } as const;

  it('is of all that is left, today and by bank unless said otherwise', async () => {
    const paid = anInvoice({ status: 'paid', balance: '0.00' });
    const api = await open(due, { [PAY]: () => paid });
    await press('Record payment');
    fireEvent.click(dialog().getByRole('button', { name: 'Record payment' }));
    await settle();
    expect(api.bodies(PAY)).toEqual([
      { amount: '138.00', method: 'bank_transfer', paid_on: '2026-11-23', note: '' },
    ]);
    expect(screen.getByText('Invoice 2026-0005 is paid')).toBeTruthy();
  });

  it('is never more than what is left', async () => {
    const api = await open(due);
    await press('Record payment');
    type('Amount in EUR', '138,01');
    await settle();
    fireEvent.click(dialog().getByRole('button', { name: 'Record payment' }));
    await settle();
    expect(dialog().getByText('Only 138.00 is still to be paid')).toBeTruthy();
    expect(api.bodies(PAY)).toEqual([]);
  });

  it('that somebody else was faster with is told at its amount', async () => {
    const message = 'Only EUR 38.00 is still to be paid';
    const errors = [{ pointer: '/amount', code: 'overpayment', message }];
    await open(due, { [PAY]: refuse(400, 'validation-failed', message, errors) });
    await press('Record payment');
    fireEvent.click(dialog().getByRole('button', { name: 'Record payment' }));
    await settle();
    expect(dialog().getByText(message)).toBeTruthy();
  });
});

describe('a payment that was recorded by mistake', () => {
  const due = { balance: '138.00', amount_paid: '100.00', status: 'partially_paid' } as const;
  const payments = [PAYMENT];

  it('is taken back with a reason, and not without', async () => {
    const api = await open({ ...due, payments }, { [REVERSE]: () => anInvoice() });
    await press('Take back the payment of €100.00');
    const question = within(screen.getByRole('alertdialog'));
    expect(
      question.getByText(/paid on 20 Nov 2026; without it the invoice waits for €238.00/),
    ).toBeTruthy();
    fireEvent.click(question.getByRole('button', { name: 'Take back' }));
    await settle();
    expect(question.getByText('Enter a value')).toBeTruthy();
    expect(api.bodies(REVERSE)).toEqual([]);
    type('Reason', ' It was for another ');
    fireEvent.click(question.getByRole('button', { name: 'Take back' }));
    await settle();
    expect(api.bodies(REVERSE)).toEqual([{ reason: 'It was for another' }]);
    expect(screen.getByText('Took back €100.00 of invoice 2026-0005')).toBeTruthy();
    expect(api.sent.filter(({ route }) => route === 'GET /api/invoices/5')).toHaveLength(2);
  });

  it('stays in sight, struck through, with who, when and why', async () => {
    await open({ payments: [REVERSED] });
    const list = within(screen.getByRole('region', { name: 'Payments' }));
    const item = list.getByRole('listitem');
    expect(item.querySelector('s')?.textContent).toBe('€100.00');
    expect(item.textContent).toMatch(/Taken back by Ben Kaya,.*It was for\n2026-0004/s);
    expect(list.queryByRole('button')).toBeNull();
  });

  it('is nothing that was paid: not on the paper, and not in the way of cancelling', async () => {
    await open({ payments: [REVERSED] });
    const paper = within(screen.getByRole('article', { name: 'Invoice 2026-0005' }));
    expect(paper.queryByText('Paid')).toBeNull();
    expect(await offered()).toContain('Cancel invoice');
  });

  it.each<Partial<Me>>([{ role: 'auditor' }, { role: 'member', is_lead: true }])(
    'is taken back by administrators, not by %j',
    async (me) => {
      await open({ ...due, payments }, {}, me);
      expect(screen.queryByRole('button', { name: /Take back/ })).toBeNull();
    },
  );

  it('that somebody else took back first is told, and shown as it is now', async () => {
    const why = 'This payment of invoice 2026-0005 was taken back already';
    const api = await open({ ...due, payments }, { [REVERSE]: refuse(409, 'conflict', why) });
    await press('Take back the payment of €100.00');
    type('Reason', 'Bounced');
    await press('Take back');
    expect(screen.getByText(why)).toBeTruthy();
    expect(api.sent.filter(({ route }) => route === 'GET /api/invoices/5')).toHaveLength(2);
  });
});

it('is marked as sent as it was seen', async () => {
  const why = 'Invoice 2026-0005 was changed after you opened it, so it was not changed';
  const api = await open(
    { status: 'draft', revision: 'as-seen' },
    { [STATUS]: refuse(409, 'conflict', why) },
  );
  await press(/More for/);
  await press('Mark as sent', 'menuitem');
  await press('Mark as sent');
  expect(api.bodies(STATUS)).toEqual([{ status: 'sent', revision: 'as-seen' }]);
  expect(screen.getByText(why)).toBeTruthy();
  expect(api.sent.filter(({ route }) => route === 'GET /api/invoices/5')).toHaveLength(2);
});

it('says before it is cancelled what becomes of its time', async () => {
  const api = await open({}, { [STATUS]: () => anInvoice({ status: 'cancelled' }) });
  await press(/More for/);
  await press('Cancel invoice', 'menuitem');
  expect(screen.getByRole('alertdialog').textContent).toContain(
    'The 3 time entries that it bills are unlocked',
  );
  expect(api.bodies(STATUS)).toEqual([]);
  await press('Cancel the invoice');
  expect(api.bodies(STATUS)).toEqual([{ status: 'cancelled' }]);
});

it('says why it could not be cancelled', async () => {
  const why = 'Invoice 2026-0005 has payments: it stays';
  await open({}, { [STATUS]: refuse(409, 'conflict', why) });
  await press(/More for/);
  await press('Cancel invoice', 'menuitem');
  await press('Cancel the invoice');
  expect(screen.getByText(why)).toBeTruthy();
});

it('that is not there leaves its history alone, with a way back', async () => {
  await open({}, { 'GET /api/invoices/5': refuse(404, 'not-found', 'None') });
  expect(screen.getByText(/History of invoice 5: activity,\s+alone/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Invoices' })).toBeTruthy();
});

it.each<[string, Partial<Me>, string[]]>([
  ['an administrator', {}, ['Invoice', 'Activity']],
  ['an auditor', { role: 'auditor' }, ['Invoice', 'Activity']],
  ['a lead, who may not read it,', { role: 'member', is_lead: true }, []],
])('shows its history on a tab, to %s: %j', async (_who, me, tabs) => {
  await open({}, {}, me);
  expect(screen.queryAllByRole('tab').map((tab) => tab.textContent)).toEqual(tabs);
});

it('hands over the document as a file of its number', async () => {
  const clicked: HTMLAnchorElement[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push(this);
  });
  Object.assign(URL, { createObjectURL: () => 'blob:pdf', revokeObjectURL: () => undefined });
  await open({}, { 'GET /api/invoices/5/pdf': () => new Blob(['%PDF-']) });
  await press('PDF');
  expect(clicked.map(({ download, href }) => [download, href])).toEqual([
    ['invoice-2026-0005.pdf', 'blob:pdf'],
  ]);
});

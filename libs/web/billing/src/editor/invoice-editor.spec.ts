import { ActivatedRoute, convertToParamMap, Router } from '@angular/router';
import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { InvoiceView } from '@tidemark/contracts';
import { type Answer, FakeApi, refuse } from '@tidemark/web/ui/testing';
import { of } from 'rxjs';
import {
  anInvoice,
  anOffer,
  aSummary,
  NOON,
  onePage,
  OPTIONS,
  press,
  provideBilling,
  settle,
  type,
} from '../testing/provide-billing';
import { InvoiceEditor } from './invoice-editor';

const CREATE = 'POST /api/invoices';
const UPDATE = 'PATCH /api/invoices/5';

function server(answers: Record<string, Answer> = {}, latest?: InvoiceView) {
  return new FakeApi({
    'GET /api/invoices/options': () => OPTIONS,
    'GET /api/invoices': () => ({
      invoices: latest ? [aSummary({ id: latest.id })] : [],
      outstanding: [],
      ...onePage(0),
    }),
    ...(latest && { [`GET /api/invoices/${latest.id}`]: () => latest }),
    'GET /api/clients': () => ({ clients: [{ id: 2, name: 'Acme GmbH' }], ...onePage(1) }),
    'GET /api/clients/2': () => ({ id: 2, name: 'Acme GmbH' }),
    'GET /api/projects': () => ({ projects: [], ...onePage(0) }),
    [CREATE]: () => anInvoice({ id: 9, number: '2026-0009', status: 'draft' }),
    ...answers,
  });
}

async function open(api: FakeApi, { query = {}, id }: { query?: object; id?: string } = {}) {
  jest.useFakeTimers({ now: NOON });
  const view = await render(InvoiceEditor, {
    inputs: id === undefined ? {} : { id },
    providers: [
      ...provideBilling(api),
      { provide: ActivatedRoute, useValue: { queryParamMap: of(convertToParamMap(query)) } },
    ],
  });
  await settle();
  const navigate = jest
    .spyOn(view.fixture.debugElement.injector.get(Router), 'navigate')
    .mockResolvedValue(true);
  return { page: view.fixture.componentInstance, navigate };
}

const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const shown = () => within(screen.getByLabelText('Totals')).getAllByRole('definition');
const total = () => shown().at(-1)?.textContent;
const descriptions = () =>
  screen.getAllByLabelText<HTMLTextAreaElement>(/Description of/).map(({ value }) => value);

async function pickClient() {
  screen.getByRole('combobox', { name: 'Client' }).focus();
  await settle();
  fireEvent.click(screen.getByRole('option', { name: 'Acme GmbH' }));
  await settle();
}

async function write(row: number, description: string, quantity: string, price: string) {
  type(`Description of line ${row}`, description);
  type(`Quantity of line ${row}`, quantity);
  type(`Unit price of line ${row}`, price);
  await settle();
}

afterEach(() => jest.useRealTimers());

it('adds up while it is typed, and saves what was meant', async () => {
  const api = server();
  const { navigate } = await open(api);
  await pickClient();
  await write(1, 'Design', '2,5', '1 085,00');
  await press('Add a line');
  await write(2, 'Discount', '1', '-100');
  type('Tax in %', '8,1');
  await settle();
  expect(screen.getByLabelText('Amount of line 1').textContent).toBe('€2,712.50');
  expect(total()).toBe('€2,824.11');
  await press('Save draft');

  expect(api.bodies(CREATE)).toEqual([
    {
      client_id: 2,
      currency: 'EUR',
      issue_date: '2026-11-23',
      due_date: '2026-12-07',
      tax_rate: '8.1',
      notes: '',
      lines: [
        { description: 'Design', quantity: '2.5', unit_price: '1085.00' },
        { description: 'Discount', quantity: '1', unit_price: '-100' },
      ],
    },
  ]);
  expect(navigate).toHaveBeenCalledWith(['/invoices', 9]);
});

it('loses nothing that was typed when it cannot be saved, and says why where it is', async () => {
  const message = 'unit_price has more places than EUR has';
  const api = server({
    [CREATE]: refuse(400, 'validation-failed', 'Not so', [
      { pointer: '/lines/1/unit_price', code: 'places', message },
    ]),
  });
  const { page, navigate } = await open(api);
  await pickClient();
  await write(1, 'Design', '1', '85');
  await press('Add a line');
  await write(2, 'Code', '1', '95');
  await press('Save draft');

  expect(screen.getByText('Unit price has more places than EUR has')).toBeTruthy();
  expect(box('Unit price of line 2').getAttribute('aria-invalid')).toBe('true');
  expect(descriptions()).toEqual(['Design', 'Code']);
  expect(navigate).not.toHaveBeenCalled();
  expect(page['form'].dirty).toBe(true);
});

it('shows what no single field can say beside the button', async () => {
  const why = 'Line 1 bills time that cannot be billed: it is on another invoice';
  await open(server({ [CREATE]: refuse(409, 'conflict', why) }));
  await pickClient();
  await write(1, 'Design', '1', '85');
  await press('Save draft');

  expect(screen.getByRole('alert').textContent).toContain(why);
});

it('says beside the button what is wrong with all of the lines together', async () => {
  const message = 'The lines must not come to less than nothing';
  const errors = [{ pointer: '/lines', code: 'negative', message }];
  await open(server({ [CREATE]: refuse(400, 'validation-failed', message, errors) }));
  await pickClient();
  await write(1, 'Discount', '1', '-85');
  await press('Save draft');
  expect(screen.getByRole('alert').textContent).toContain(message);

  type('Unit price of line 1', '85');
  await settle();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says what is wrong with what has no field, and tries again when asked to', async () => {
  const message = 'This line is not on the invoice any more';
  const errors = [{ pointer: '/lines/0/id', code: 'other-invoice', message }];
  const refused = refuse(400, 'validation-failed', message, errors);
  const api = server({
    'GET /api/invoices/5': () => anInvoice({ status: 'draft' }),
    [UPDATE]: refused,
  });
  await open(api, { id: '5' });
  type('Quantity of line 1', '3');
  await settle();
  for (const times of [1, 2]) {
    await press('Save draft');
    expect(screen.getByRole('alert').textContent).toContain(message);
    expect(api.bodies(UPDATE)).toHaveLength(times);
  }
});

it('takes a description that was typed or pasted in several lines as one', async () => {
  const api = server();
  await open(api);
  await pickClient();
  await write(1, ' Design\n\tand  code ', '1', '85');
  await press('Save draft');
  expect(api.bodies(CREATE)).toEqual([
    expect.objectContaining({
      lines: [expect.objectContaining({ description: 'Design and code' })],
    }),
  ]);
});

it('goes from the description to the quantity by Enter, but not while a word is composed', async () => {
  await open(server());
  const description = box('Description of line 1');
  description.focus();
  fireEvent.keyDown(description, { key: 'Enter', isComposing: true });
  await settle();
  expect(document.activeElement).toBe(description);
  fireEvent.keyDown(description, { key: 'Enter' });
  await settle();
  expect(document.activeElement).toBe(box('Quantity of line 1'));
});

it('asks for what is missing instead of sending it, and forgives an empty line at the end', async () => {
  const api = server();
  await open(api);
  await press('Save draft');
  expect(api.bodies(CREATE)).toEqual([]);
  expect(box('Description of line 1').getAttribute('aria-invalid')).toBe('true');

  await pickClient();
  await write(1, 'Design', '1', '85');
  await press('Add a line');
  await press('Save draft');
  expect(api.bodies(CREATE)).toEqual([
    expect.objectContaining({ lines: [expect.objectContaining({ description: 'Design' })] }),
  ]);
});

it('puts lines into another order by button and by key, and keeps the cursor in them', async () => {
  await open(server());
  await write(1, 'One', '1', '1');
  await press('Add a line');
  await write(2, 'Two', '1', '2');
  await press('Add a line');
  await write(3, 'Three', '1', '3');
  await press('Move line 3 up');
  expect(descriptions()).toEqual(['One', 'Three', 'Two']);
  expect(screen.getByText('Line 3 is now line 2')).toBeTruthy();

  const price = box('Unit price of line 2');
  price.focus();
  fireEvent.keyDown(price, { key: 'ArrowUp', altKey: true });
  await settle();
  expect(descriptions()).toEqual(['Three', 'One', 'Two']);
  expect(document.activeElement).toBe(box('Unit price of line 1'));
  fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowUp', altKey: true });
  await settle();
  expect(descriptions()).toEqual(['Three', 'One', 'Two']);

  await press('Remove line 1');
  expect(descriptions()).toEqual(['One', 'Two']);
  expect(total()).toBe('€3.00');
});

it('goes on to a new line by Enter, and does not save', async () => {
  const api = server();
  await open(api);
  await write(1, 'One', '1', '1');
  fireEvent.keyDown(box('Unit price of line 1'), { key: 'Enter' });
  await settle();
  expect(document.activeElement).toBe(box('Description of line 2'));
  expect(api.bodies(CREATE)).toEqual([]);
});

it('keeps the days to pay in when the date moves, and refuses a due date before it', async () => {
  await open(server());
  await press('30 days');
  expect(box('Due').value).toBe('2026-12-23');
  type('Date', '2026-12-01');
  await settle();
  expect(box('Due').value).toBe('2026-12-31');
  type('Due', '2026-11-30');
  fireEvent.blur(box('Due'));
  await settle();
  expect(screen.getByText('Not before the date of the invoice')).toBeTruthy();
});

it('refuses decimals that the currency does not have, also when it is chosen later', async () => {
  await open(server());
  await write(1, 'Design', '1', '85.50');
  fireEvent.change(box('Currency'), { target: { value: 'JPY' } });
  fireEvent.blur(box('Unit price of line 1'));
  await settle();
  expect(screen.getByText('JPY has no decimals')).toBeTruthy();
  expect(screen.getByLabelText('Amount of line 1').textContent).toBe('–');
});

it('begins with the terms of the last invoice, and with all unbilled time of a project', async () => {
  const latest = anInvoice({ id: 4, currency: 'USD', tax_rate: '7.7', due_date: '2026-12-10' });
  const api = server(
    { 'GET /api/invoices/unbilled': () => ({ client_id: 2, lines: [anOffer()], subtotal: '' }) },
    latest,
  );
  const { page } = await open(api, { query: { project_id: '3', time: 'unbilled' } });

  expect(api.sent.find(({ route }) => route.endsWith('unbilled'))?.params).toEqual({
    project_id: '3',
    currency: 'USD',
  });
  expect(descriptions()).toEqual(['Apollo - Design']);
  expect([box('Currency').value, box('Tax in %').value, box('Due').value]).toEqual([
    ...['USD', '7.7', '2026-12-23'],
  ]);
  expect(screen.getByText(/All unbilled time is filled in: 2:05 hours in 1 line/)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Client' }).disabled).toBe(true);
  await expect(page.mayLeave()).resolves.toBe(true);

  await press('Save draft');
  expect(api.bodies(CREATE)).toEqual([
    expect.objectContaining({
      client_id: 2,
      lines: [expect.objectContaining({ quantity: '2.10', time_entry_ids: [1, 2] })],
    }),
  ]);
});

it('says so when there is no unbilled time, and when it could not be asked for', async () => {
  const query = { client_id: '2', time: 'unbilled' };
  const none = () => ({ client_id: 2, lines: [], subtotal: '0.00' });
  await open(server({ 'GET /api/invoices/unbilled': none }), { query });
  expect(screen.getByText(/There is no unbilled time/)).toBeTruthy();
  expect(descriptions()).toEqual(['']);
});

it('can be written although the unbilled time is not there', async () => {
  const api = server({
    'GET /api/invoices/unbilled': refuse(400, 'invalid-parameter', 'Narrow the days down'),
  });
  await open(api, { query: { client_id: '2', time: 'unbilled' } });
  expect(screen.getByText(/Narrow the days down/)).toBeTruthy();
  expect(descriptions()).toEqual(['']);
});

it('asks before something unsaved is thrown away', async () => {
  const { page } = await open(server());
  await expect(page.mayLeave()).resolves.toBe(true);
  await write(1, 'Design', '1', '85');
  const stays = page.mayLeave();
  await settle();
  fireEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Cancel' }));
  await settle();
  await expect(stays).resolves.toBe(false);
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
});

describe('a draft', () => {
  const draft = anInvoice({ status: 'draft' });
  const edit = (answers: Record<string, Answer> = {}, invoice = draft) => {
    const api = server({
      'GET /api/invoices/5': () => invoice,
      [UPDATE]: () => invoice,
      ...answers,
    });
    return open(api, { id: '5' }).then((view) => ({ api, ...view }));
  };

  it('is filled in, and sends what has changed alone, with what it was made from', async () => {
    const { api } = await edit();
    expect(descriptions()).toEqual(['Design', 'Fonts']);
    expect(screen.getByText('Bills 3 time entries')).toBeTruthy();
    type('Notes', 'Thank you');
    await settle();
    await press('Save draft');
    expect(api.bodies(UPDATE)).toEqual([{ notes: 'Thank you', revision: 'as-opened' }]);
  });

  it('keeps the time of the lines that stay', async () => {
    const { api } = await edit();
    await press('Remove line 2');
    type('Quantity of line 1', '3');
    await settle();
    await press('Save draft');
    expect(api.bodies(UPDATE)).toEqual([
      {
        lines: [{ id: 11, description: 'Design', quantity: '3', unit_price: '85.00' }],
        revision: 'as-opened',
      },
    ]);
  });

  it('asks the server for nothing when nothing has changed', async () => {
    const { api, navigate } = await edit();
    await press('Save draft');
    expect(api.bodies(UPDATE)).toEqual([]);
    expect(navigate).toHaveBeenCalledWith(['/invoices', 5]);
  });

  it('that has been sent meanwhile cannot be changed any more', async () => {
    await edit({}, anInvoice({ status: 'sent' }));
    expect(screen.getByText('Only drafts can be changed')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save draft' })).toBeNull();
  });
});

import { Component, inject } from '@angular/core';
import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { UnbilledLine } from '@tidemark/contracts';
import { FormDialogs } from '@tidemark/web/ui';
import { type Answer, FakeApi, refuse } from '@tidemark/web/ui/testing';
import { anOffer, NOON, onePage, press, provideBilling, settle } from '../testing/provide-billing';
import { periodDays } from './period';
import { type TrackedTime, type TrackedTimeData, TrackedTimeDialog } from './tracked-time-dialog';

const UNBILLED = 'GET /api/invoices/unbilled';
const DATA: TrackedTimeData = {
  clientId: 2,
  projectId: null,
  currency: 'EUR',
  lineCount: 1,
  taken: new Set(),
};

@Component({ selector: 'tm-desk', template: '' })
class Desk {
  private readonly dialogs = inject(FormDialogs);

  ask = (data: TrackedTimeData) =>
    this.dialogs.open<TrackedTime, TrackedTimeData>(TrackedTimeDialog, data);
}

async function open(answer: Answer, data: Partial<TrackedTimeData> = {}) {
  jest.useFakeTimers({ now: NOON });
  const api = new FakeApi({
    [UNBILLED]: answer,
    'GET /api/clients': () => ({ clients: [{ id: 2, name: 'Acme GmbH' }], ...onePage(1) }),
  });
  const view = await render(Desk, { providers: provideBilling(api) });
  const answered = view.fixture.componentInstance.ask({ ...DATA, ...data });
  await settle();
  return { api, answered };
}

const offering =
  (...lines: UnbilledLine[]): Answer =>
  () => ({ client_id: 2, lines, subtotal: '0.00' });
const asked = (api: FakeApi) =>
  api.sent.filter(({ route }) => route === UNBILLED).map(({ params }) => params);
const lines = () =>
  within(screen.getByRole('list', { name: 'Lines of unbilled time' })).getAllByRole('listitem');
const choose = async (label: string, value: string) => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
  await settle();
};

afterEach(() => jest.useRealTimers());

it('shows what there is with hours and amounts, and takes what is left chosen', async () => {
  const code = anOffer({ description: 'Apollo - Code', amount: '85.00', quantity: '1.00' });
  const { answered } = await open(offering(anOffer(), { ...code, time_entry_ids: [3] }));
  expect(lines()[0]?.textContent).toMatch(
    /Apollo - Design.*2:05 tracked.*€85.00 an hour.*2.10 h.*€178.50/s,
  );
  expect(screen.getByRole('status').textContent).toMatch(/3.10 h · €263.50/s);
  fireEvent.click(screen.getByRole('checkbox', { name: /Apollo - Design/ }));
  await settle();
  expect(screen.getByRole('status').textContent).toMatch(/1.00 h · €85.00/s);
  await press('Add 1 line');

  await expect(answered).resolves.toEqual({
    clientId: 2,
    lines: [expect.objectContaining({ description: 'Apollo - Code', time_entry_ids: [3] })],
  });
});

it('asks again by period, group and rounding', async () => {
  const { api } = await open(offering(anOffer()));
  await choose('Period', 'last_month');
  fireEvent.click(screen.getByRole('radio', { name: 'Person' }));
  await choose('Rounding', '15');
  expect(asked(api)[0]).toEqual({
    ...{ client_id: '2', group_by: 'task', rounding: 'none', currency: 'EUR' },
  });
  expect(asked(api).at(-1)).toEqual({
    ...{ client_id: '2', start_date: '2026-10-01', end_date: '2026-10-31' },
    ...{ group_by: 'person', rounding: '15', currency: 'EUR' },
  });
});

it('offers no time that is on the invoice already, wholly or in part', async () => {
  const whole = anOffer({ description: 'Gone', time_entry_ids: [3] });
  const fresh = anOffer({ description: 'Fresh', time_entry_ids: [9] });
  await open(offering(whole, anOffer(), fresh), { taken: new Set([2, 3]) });
  expect(lines().map((line) => line.textContent)).toEqual([
    expect.stringContaining('A part is on this invoice already'),
    expect.stringContaining('Fresh'),
  ]);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Design/ }).disabled).toBe(true);
  expect(screen.getByRole('button', { name: 'Add 1 line' })).toBeTruthy();
});

it('says where a rate is missing', async () => {
  await open(offering(anOffer({ has_rate: false, unit_price: '0.00', amount: '0.00' })));
  expect(screen.getByText('Apollo has no rate')).toBeTruthy();
});

it('adds no more lines than an invoice can have', async () => {
  await open(offering(anOffer()), { lineCount: 200 });
  expect(screen.getByRole('alert').textContent).toContain('more lines than an invoice can have');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add 1 line' }).disabled).toBe(true);
});

it('asks whose time it is where nobody has said so', async () => {
  const { api } = await open(offering(anOffer()), { clientId: null });
  expect(screen.getByText(/Choose a client or a project/)).toBeTruthy();
  expect(asked(api)).toEqual([]);
  screen.getByRole('combobox', { name: 'Client' }).focus();
  await settle();
  fireEvent.click(screen.getByRole('option', { name: 'Acme GmbH' }));
  await settle();
  expect(lines()).toHaveLength(1);
});

it('explains that there is none, or why it could not be loaded', async () => {
  await open(offering());
  expect(screen.getByText('No unbilled time')).toBeTruthy();
});

it('says why it could not be loaded', async () => {
  await open(refuse(400, 'invalid-parameter', 'That is more than 5000 entries'));
  expect(screen.getByText('That is more than 5000 entries')).toBeTruthy();
});

it('adds nothing that is not shown: not what an earlier answer offered', async () => {
  const fails = refuse(400, 'invalid-parameter', 'That is more than 200 lines');
  await open((request) =>
    (request.params['group_by'] === 'person' ? fails : offering(anOffer()))(request),
  );
  expect(screen.getByRole('button', { name: 'Add 1 line' })).toBeTruthy();
  fireEvent.click(screen.getByRole('radio', { name: 'Person' }));
  await settle();
  expect(screen.getByText('That is more than 200 lines')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add 0 lines' }).disabled).toBe(
    true,
  );
  expect(screen.getByRole('status').textContent.trim()).toBe('');
});

it.each([
  ['all', '2026-03-15', {}],
  ['this_month', '2026-03-15', { start_date: '2026-03-01', end_date: '2026-03-15' }],
  ['last_month', '2026-03-31', { start_date: '2026-02-01', end_date: '2026-02-28' }],
  ['last_month', '2026-01-01', { start_date: '2025-12-01', end_date: '2025-12-31' }],
] as const)('takes %s on %s for %j', (period, today, days) => {
  expect(periodDays(period, today)).toEqual(days);
});

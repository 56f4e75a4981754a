import { ActivatedRoute, convertToParamMap, Router } from '@angular/router';
import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { InvoiceView } from '@tidemark/contracts';
import { type Answer, FakeApi, refuse } from '@tidemark/web/ui/testing';
import { of } from 'rxjs';
import {
  anInvoice,
  NOON,
  OPTIONS,
  press,
  provideBilling,
  settle,
  type,
} from '../testing/provide-billing';
import { InvoiceEditor } from './invoice-editor';

const UPDATE = 'PATCH /api/invoices/5';
const DRAFT = 'GET /api/invoices/5';
const WHO = 'GET /api/activities';
const WHY = 'Invoice 2026-0005 was changed after you opened it, so it was not saved';

const opened = anInvoice({ status: 'draft' });
const STALE = refuse(409, 'conflict', WHY, [{ pointer: '/revision', code: 'stale', message: WHY }]);

/** The draft is opened; then somebody changes it, so that only who knows its new state can save. */
async function edit(given: Partial<InvoiceView>, answers: Record<string, Answer> = {}) {
  jest.useFakeTimers({ now: NOON });
  const now = anInvoice({ status: 'draft', revision: 'as-now', ...given });
  const api = new FakeApi({
    'GET /api/invoices/options': () => OPTIONS,
    [DRAFT]: () => opened,
    [WHO]: () => ({ activities: [{ user_id: 3, display_name: 'Ben Kaya' }] }),
    [UPDATE]: (sent) =>
      (sent.body as { revision: string }).revision === now.revision ? now : STALE(sent),
    ...answers,
  });
  const view = await render(InvoiceEditor, {
    inputs: { id: '5' },
    providers: [
      ...provideBilling(api),
      { provide: ActivatedRoute, useValue: { queryParamMap: of(convertToParamMap({})) } },
    ],
  });
  await settle();
  if (answers[DRAFT] === undefined) api.answers[DRAFT] = () => now;
  const navigate = jest
    .spyOn(view.fixture.debugElement.injector.get(Router), 'navigate')
    .mockResolvedValue(true);
  return { api, navigate, form: view.fixture.componentInstance['form'] };
}

const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const panel = () => screen.getByRole('group', { name: /this draft .*meanwhile/ });
const said = () => panel().textContent;
const descriptions = () =>
  screen.getAllByLabelText<HTMLTextAreaElement>(/Description of/).map(({ value }) => value);
const save = () => press('Save draft');
const write = async (label: string, text: string) => {
  type(label, text);
  await settle();
};
/** Of the lines that were there, those that others have left: 11 bills time, 12 is by hand. */
const left = (...ids: number[]) => ({ lines: opened.lines.filter(({ id }) => ids.includes(id)) });

afterEach(() => jest.useRealTimers());

it('says who changed what, and leaves what was typed where it is', async () => {
  const { api, form, navigate } = await edit({
    ...left(11),
    due_date: '2026-12-24',
  });
  await write('Unit price of line 2', '17,5');
  await save();

  expect(panel().querySelector('h2')?.textContent).toBe('Ben Kaya changed this draft meanwhile');
  expect(said()).toContain('Changed: lines and due date.');
  expect(said()).toContain('If you keep it, it replaces the present lines.');
  expect(document.activeElement).toBe(panel());
  expect(box('Unit price of line 2').value).toBe('17,5');
  expect(form.dirty).toBe(true);
  expect(navigate).not.toHaveBeenCalled();
  expect(screen.queryByRole('button', { name: 'Save draft' })).toBeNull();
  expect(api.sent.find(({ route }) => route === WHO)?.params).toMatchObject({
    entity_type: 'invoice',
    entity_id: '5',
  });
});

it('shows the draft as it is now beside what was typed, in another tab', async () => {
  await edit({ notes: 'Net 14' });
  await write('Notes', 'Thank you');
  await save();
  const link = within(panel()).getByRole('link', { name: /See it as it is now/ });
  expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([
    '/invoices/5',
    '_blank',
  ]);
});

it('speaks of the own other tab as that', async () => {
  const me = () => ({ activities: [{ user_id: 1, display_name: 'Ana Pereira' }] });
  await edit({ notes: 'Net 14' }, { [WHO]: me });
  await write('Notes', 'Thank you');
  await save();
  expect(said()).toContain('You changed this draft elsewhere meanwhile');
});

it('keeps mine in place of theirs knowingly, and saves it from what is there now', async () => {
  const { api, navigate } = await edit(left(11));
  await write('Description of line 2', 'Typefaces');
  await save();
  await press('Keep mine');
  expect(descriptions()).toEqual(['Design', 'Typefaces']);
  expect(screen.getByText(/Look through it, then save/)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save draft' }));
  expect(navigate).not.toHaveBeenCalled();

  await save();
  expect(api.bodies(UPDATE).at(-1)).toEqual({
    revision: 'as-now',
    lines: [
      { id: 11, description: 'Design', quantity: '2.00', unit_price: '85.00' },
      { description: 'Typefaces', quantity: '2.00', unit_price: '15.00' },
    ],
  });
  expect(navigate).toHaveBeenCalledWith(['/invoices', 5]);
});

it('keeps both where each changed something else', async () => {
  const theirs = { ...left(12), tax_rate: '7', currency: 'USD', issue_date: '2026-11-12' };
  const { api } = await edit(theirs);
  await write('Notes', 'Thank you');
  await save();
  expect(said()).toContain('if you keep it, both changes are there');
  await press('Keep mine');
  expect(descriptions()).toEqual(['Fonts']);
  expect([box('Tax in %').value, box('Currency').value]).toEqual(['7', 'USD']);
  expect([box('Date').value, box('Due').value]).toEqual(['2026-11-12', '2026-12-10']);
  await save();
  expect(api.bodies(UPDATE).at(-1)).toEqual({ notes: 'Thank you', revision: 'as-now' });
});

it('keeps the due date that was chosen although the date moves below it', async () => {
  const { api } = await edit({ issue_date: '2026-11-20', due_date: '2026-12-20' });
  await write('Due', '2026-12-05');
  await save();
  await press('Keep mine');
  expect([box('Date').value, box('Due').value]).toEqual(['2026-11-20', '2026-12-05']);
  await save();
  expect(api.bodies(UPDATE).at(-1)).toEqual({ due_date: '2026-12-05', revision: 'as-now' });
});

it('says of which line that is kept the tracked time is gone', async () => {
  const { api } = await edit(left(12));
  await write('Quantity of line 1', '3');
  await save();
  await press('Keep mine');
  expect(screen.getByText(/Others took the tracked time off line 1:/)).toBeTruthy();
  expect(screen.queryByText('Bills 3 time entries')).toBeNull();
  await save();
  expect(api.bodies(UPDATE).at(-1)).toMatchObject({
    lines: [{ description: 'Design', quantity: '3' }, { id: 12 }],
  });
});

it('lets mine go after a question alone, and shows theirs', async () => {
  const { api, form, navigate } = await edit({ ...left(12), notes: 'Net 14' });
  await write('Notes', 'Thank you');
  await save();
  await press('Discard mine');
  const question = () => within(screen.getByRole('alertdialog'));
  fireEvent.click(question().getByRole('button', { name: 'Cancel' }));
  await settle();
  expect(box('Notes').value).toBe('Thank you');

  await press('Discard mine');
  fireEvent.click(question().getByRole('button', { name: 'Discard' }));
  await settle();
  expect([box('Notes').value, ...descriptions()]).toEqual(['Net 14', 'Fonts']);
  expect(form.dirty).toBe(false);
  expect(screen.queryByRole('group', { name: /meanwhile/ })).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  await save();
  expect(api.bodies(UPDATE)).toHaveLength(1);
  expect(navigate).toHaveBeenCalledWith(['/invoices', 5]);
});

it('has nothing to ask where both wrote the same, as after an answer that was lost', async () => {
  const { api, navigate } = await edit({ notes: 'Thank you', ...left(11) });
  await write('Notes', 'Thank you');
  await press('Remove line 2');
  await save();
  expect(screen.queryByRole('group', { name: /meanwhile/ })).toBeNull();
  expect(api.bodies(UPDATE)).toHaveLength(1);
  expect(navigate).toHaveBeenCalledWith(['/invoices', 5]);
});

it('asks again when the draft changes again', async () => {
  const { api } = await edit({ notes: 'Net 14' });
  await write('Notes', 'Thank you');
  await save();
  await press('Keep mine');
  Object.assign(api.answers, {
    [UPDATE]: STALE,
    [DRAFT]: () => anInvoice({ status: 'draft', tax_rate: '7', revision: 'as-later' }),
  });
  await save();
  expect(said()).toContain('Changed: tax and notes.');
  expect(box('Notes').value).toBe('Thank you');
});

it.each<[string, Record<string, Answer>]>([
  ['the draft cannot be loaded', { [DRAFT]: () => opened, [WHO]: refuse(503, 'overloaded', 'No') }],
  ['it was sent at that moment', { [WHO]: () => ({ activities: [] }) }],
])('says why it was not saved, and loses nothing, when %s', async (_when, answers) => {
  const { api, form } = await edit({ status: 'sent' }, answers);
  for (const times of [1, 2]) {
    await write('Notes', 'Thank you');
    await save();
    expect(screen.getByRole('alert').textContent).toContain(WHY);
    expect(box('Notes').value).toBe('Thank you');
    expect(api.bodies(UPDATE)).toHaveLength(times);
  }
  expect(form.dirty).toBe(true);
});

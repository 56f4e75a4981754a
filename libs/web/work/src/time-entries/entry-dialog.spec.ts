import { Component, inject } from '@angular/core';
import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { TimeEntryView } from '@tidemark/contracts';
import { type Answer, FakeApi, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { anEntry, aPerson, aProject, aTimer, NOON, onePage } from '../testing/samples';
import { EntryActions } from './entry-actions';

@Component({ selector: 'tm-host', template: '' })
class Host {
  readonly actions = inject(EntryActions);
}

const CREATE = 'POST /api/time-entries';
const UPDATE = 'PATCH /api/time-entries/7';

function server(answers: Record<string, Answer> = {}) {
  return new FakeApi({
    'GET /api/projects': () => ({ projects: [aProject()], ...onePage(1) }),
    'GET /api/tasks': () => ({ tasks: [], ...onePage(0) }),
    'GET /api/users': () => ({ users: [{ id: 2, display_name: 'Ben Kaya' }], ...onePage(1) }),
    'GET /api/timers/current': () => ({ timer: null, server_time: new Date(NOON).toISOString() }),
    [CREATE]: ({ body }) => anEntry(body as object),
    [UPDATE]: ({ body }) => anEntry(body as object),
    ...answers,
  });
}

const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);

async function open(api: FakeApi, act: (actions: EntryActions) => unknown, me = aPerson()) {
  jest.useFakeTimers({ now: NOON });
  const { fixture } = await render(Host, { providers: provideWork(api, me) });
  void act(fixture.componentInstance.actions);
  await settle();
  return within(screen.getByRole('dialog'));
}

const edit = (api: FakeApi, entry: TimeEntryView) => open(api, (actions) => actions.edit(entry));
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

async function type(name: string, text: string) {
  fireEvent.input(field(name), { target: { value: text } });
  fireEvent.change(field(name));
  await settle();
}

async function press(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
}

async function pickProject() {
  screen.getByRole('combobox', { name: 'Project' }).focus();
  await settle();
  fireEvent.click(screen.getByRole('option', { name: /Apollo/ }));
  await settle();
}

afterEach(() => jest.useRealTimers());

describe('adding time by hand', () => {
  it.each([
    ['From', '22:30-1:15', ['22:30', '01:15', '2:45']],
    ['Duration', '9–10:30', ['09:00', '10:30', '1:30']],
    ['Duration', '90m', ['12:00', '13:30', '1:30']],
    ['To', '2:30 pm', ['12:00', '14:30', '2:30']],
  ])('understands %s "%s"', async (name, text, [from, to, duration]) => {
    await open(server(), (actions) => actions.add());
    await type(name, text);

    expect(field('From').value).toBe(from);
    expect(screen.getByLabelText<HTMLInputElement>(/^To/).value).toBe(to);
    expect(field('Duration').value).toBe(duration);
  });

  it('sends a night over the change of the clocks as the instants that they were', async () => {
    const api = server();
    await open(api, (actions) => actions.add('2026-10-24'));
    await pickProject();
    await type('From', '23:00–4:00');
    expect(field('Duration').value).toBe('6:00');
    expect(screen.getByLabelText('To, next day')).toBeTruthy();
    await press('Add time');

    expect(api.bodies(CREATE)).toEqual([
      expect.objectContaining({
        started_at: '2026-10-24T21:00:00.000Z',
        ended_at: '2026-10-25T03:00:00.000Z',
      }),
    ]);
  });

  it('sends nothing that has no length', async () => {
    const api = server();
    await open(api, (actions) => actions.add());
    await pickProject();
    await type('To', '12:00');
    await press('Add time');

    expect(screen.getByText('It has to end after it starts')).toBeTruthy();
    expect(api.bodies(CREATE)).toEqual([]);
  });

  it('keeps all that was typed when the server refuses, with the reason at its field', async () => {
    const message = 'The end must be after the start';
    const api = server({
      [CREATE]: refuse(400, 'validation-failed', 'Not valid', [
        { pointer: '/ended_at', code: 'order', message },
      ]),
    });
    const dialog = await open(api, (actions) => actions.add());
    await pickProject();
    await type('What was it?', 'Workshop');
    await press('Add time');

    expect(dialog.getByText(message)).toBeTruthy();
    expect(field('To').getAttribute('aria-invalid')).toBe('true');
    expect(field('What was it?').value).toBe('Workshop');
    expect(field('Project').value).toBe('Apollo');
  });

  it('asks before throwing away what was typed', async () => {
    const dialog = await open(server(), (actions) => actions.add());
    await type('What was it?', 'Workshop');
    fireEvent.keyDown(dialog.getByText('Add time', { selector: 'h2' }), {
      key: 'Escape',
      keyCode: 27,
    });
    await settle();
    expect(screen.getByRole('alertdialog', { name: 'Discard your changes?' })).toBeTruthy();
    const question = within(screen.getByRole('alertdialog'));
    fireEvent.click(question.getByRole('button', { name: 'Cancel' }));
    await settle();

    expect(field('What was it?').value).toBe('Workshop');
  });

  it('is for others only where the person may', async () => {
    await open(server(), (actions) => actions.add(), aPerson({ is_lead: false }));
    expect(screen.queryByRole('combobox', { name: 'For' })).toBeNull();
  });

  it('is for others where the person leads', async () => {
    await open(server(), (actions) => actions.add(), aPerson({ is_lead: true }));
    expect(screen.getByRole('combobox', { name: 'For' })).toBeTruthy();
  });
});

describe('changing an entry', () => {
  it('sends only what changed, and keeps the seconds of the rest', async () => {
    const api = server();
    await edit(api, anEntry());
    await type('To', '11:00');
    await press('Save');

    expect(api.bodies(UPDATE)).toEqual([{ ended_at: '2026-11-23T10:00:00.000Z' }]);
  });

  it('sends nothing when nothing changed', async () => {
    const api = server();
    await edit(api, anEntry());
    await press('Save');

    expect(api.bodies(UPDATE)).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('moves the start of a running one, which has no end to change', async () => {
    const api = server({ 'PATCH /api/time-entries/8': ({ body }) => aTimer(body as object) });
    await edit(api, aTimer({ started_at: '2026-11-23T10:00:00.000Z' }));
    expect(screen.queryByLabelText('To')).toBeNull();
    await type('From', '10:45');
    await press('Save');

    expect(api.bodies('PATCH /api/time-entries/8')).toEqual([
      { started_at: '2026-11-23T09:45:00.000Z' },
    ]);
  });
});

describe('changing a day that is long past', () => {
  const late = anEntry({ needs_reason: true, days_past: 45 });
  const wanted = 'This day is 31 days past: say why it changes';
  const refusal = refuse(400, 'validation-failed', wanted, [
    { pointer: '/reason', code: 'reason-required', message: wanted },
  ]);

  it('asks why, and sends it with what changed', async () => {
    const api = server();
    await edit(api, late);
    expect(screen.getByText('This day is 45 days past: say why')).toBeTruthy();
    await type('To', '11:00');
    await type('Reason', ' Found the ticket ');
    await press('Save');

    expect(api.bodies(UPDATE)).toEqual([
      { ended_at: '2026-11-23T10:00:00.000Z', reason: 'Found the ticket' },
    ]);
  });

  it('sends no reason for nothing', async () => {
    const api = server();
    await edit(api, late);
    await type('Reason', 'Just so');
    await press('Save');

    expect(api.bodies(UPDATE)).toEqual([]);
  });

  it('asks as well when only the server knows that it is long past', async () => {
    const api = server({ [UPDATE]: refusal });
    await edit(api, anEntry());
    expect(screen.queryByRole('textbox', { name: 'Reason' })).toBeNull();
    await type('What was it?', 'Workshop');
    await press('Save');

    expect(screen.getByText(wanted)).toBeTruthy();
    expect(document.activeElement).toBe(field('Reason'));
    api.answers[UPDATE] = ({ body }) => anEntry(body as object);
    await type('Reason', 'Found the ticket');
    await press('Save');
    expect(api.bodies(UPDATE).at(-1)).toEqual({ note: 'Workshop', reason: 'Found the ticket' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  const DELETE = 'DELETE /api/time-entries/7';
  const remove = async (api: FakeApi, entry: TimeEntryView) => {
    jest.useFakeTimers({ now: NOON });
    const { fixture } = await render(Host, { providers: provideWork(api) });
    void fixture.componentInstance.actions.remove(entry);
    await settle();
  };

  it('is deleted with a reason only', async () => {
    const api = server({ [DELETE]: () => null });
    await remove(api, late);
    expect(screen.getByText('This day is 45 days past: say why')).toBeTruthy();
    await press('Delete');
    expect(api.bodies(DELETE)).toEqual([]);
    await type('Reason', 'Entered twice');
    await press('Delete');

    expect(api.bodies(DELETE)).toEqual([{ reason: 'Entered twice' }]);
  });

  it('asks again when only the server knows that it takes a reason', async () => {
    const api = server({ [DELETE]: refusal });
    await remove(api, anEntry());
    await press('Delete');
    expect(screen.getByText(wanted)).toBeTruthy();
    api.answers[DELETE] = () => null;
    await type('Reason', 'Entered twice');
    await press('Delete');

    expect(api.bodies(DELETE).at(-1)).toEqual({ reason: 'Entered twice' });
  });
});

describe('time in a closed month', () => {
  it('says in place that the month is closed, and keeps what was typed', async () => {
    const closed = 'January 2026 is closed: time in it cannot change.';
    const api = server({ [CREATE]: refuse(409, 'locked', closed) });
    const dialog = await open(api, (actions) => actions.add('2026-01-15'));
    await pickProject();
    await type('What was it?', 'Workshop');
    await press('Add time');

    expect(dialog.getByRole('alert').textContent).toContain(closed);
    expect(field('What was it?').value).toBe('Workshop');
  });
});

describe('deleting an entry', () => {
  it('carries the reason into the trail', async () => {
    jest.useFakeTimers({ now: NOON });
    const api = server({ 'DELETE /api/time-entries/7': () => null });
    const { fixture } = await render(Host, { providers: provideWork(api) });
    void fixture.componentInstance.actions.remove(anEntry());
    await settle();
    fireEvent.input(screen.getByRole('textbox', { name: /Reason/ }), {
      target: { value: 'Entered twice' },
    });
    await press('Delete');

    expect(api.bodies('DELETE /api/time-entries/7')).toEqual([{ reason: 'Entered twice' }]);
  });
});

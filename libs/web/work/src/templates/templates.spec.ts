import { DeferBlockBehavior } from '@angular/core/testing';
import { fireEvent, render, screen, within } from '@testing-library/angular';
import { type Answer, FakeApi, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { aPerson, aProject, aTemplate, aTimer, anEntry, NOON, onePage } from '../testing/samples';
import { TimerCard } from '../timers/timer-card';
import { TemplatesPage } from './templates-page';

const LIST = 'GET /api/time-entry-templates';
const START = 'POST /api/time-entry-templates/4/start';

function server(templates = [aTemplate()], answers: Record<string, Answer> = {}) {
  return new FakeApi({
    [LIST]: () => ({ time_entry_templates: templates, ...onePage(templates.length) }),
    [START]: () => aTimer({ note: 'Stand-up' }),
    'GET /api/timers/current': () => ({ timer: null, server_time: new Date(NOON).toISOString() }),
    'GET /api/projects': () => ({ projects: [aProject()], ...onePage(1) }),
    'GET /api/tasks': () => ({ tasks: [], ...onePage(0) }),
    'GET /api/time-entries': () => ({ time_entries: [], total_seconds: 0, ...onePage(0) }),
    ...answers,
  });
}

const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);
const press = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};

async function open(component: typeof TimerCard | typeof TemplatesPage, api: FakeApi, me = {}) {
  jest.useFakeTimers({ now: NOON });
  await render<unknown>(component, {
    // The project picker is loaded when it gets the focus.
    deferBlockBehavior: DeferBlockBehavior.Playthrough,
    providers: provideWork(api, aPerson(me)),
  });
  await settle();
}

afterEach(() => jest.useRealTimers());

describe('templates beside the timer', () => {
  it('start a timer by one choice', async () => {
    const api = server();
    await open(TimerCard, api);
    await press('Templates');
    await press('Daily', 'menuitem');

    expect(api.bodies(START)).toHaveLength(1);
    expect(screen.getByRole('timer')).toBeTruthy();
    expect(screen.getByText('Stand-up')).toBeTruthy();
  });

  it('cannot be chosen while their project is closed', async () => {
    const api = server([aTemplate({ can_start: false })]);
    await open(TimerCard, api);
    await press('Templates');
    const item = screen.getByRole('menuitem', { name: 'Daily' });
    expect(item.getAttribute('aria-disabled') ?? item.hasAttribute('disabled')).toBeTruthy();
  });

  it('say that they could not be loaded, and still let one make a new one', async () => {
    const api = server([], { [LIST]: refuse(503, 'database-unavailable', 'Away') });
    await open(TimerCard, api);
    await press('Templates');

    expect(
      screen.getByRole('menuitem', { name: 'Your templates could not be loaded' }),
    ).toBeTruthy();
    expect(screen.getByRole('menuitem', { name: 'New template…' })).toBeTruthy();
  });

  it('are made of what is filled in', async () => {
    const api = server([], { 'POST /api/time-entry-templates': () => aTemplate() });
    await open(TimerCard, api);
    fireEvent.input(screen.getByRole('textbox', { name: /working on/ }), {
      target: { value: 'Review' },
    });
    screen.getByRole('combobox', { name: 'Project' }).focus();
    fireEvent.click(await screen.findByRole('option', { name: /Apollo/ }));
    await press('Templates');
    await press('Keep this as a template…', 'menuitem');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('Review');
    fireEvent.input(dialog.getByLabelText('Name'), { target: { value: 'Weekly review' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Create template' }));
    await settle();

    expect(api.bodies('POST /api/time-entry-templates')).toEqual([
      { name: 'Weekly review', project_id: 3, task_id: null, note: 'Review', billable: true },
    ]);
  });

  it('are made of the running timer', async () => {
    const timer = aTimer({ started_at: '2026-11-23T10:00:00.000Z', billable: false });
    const api = server([], {
      'GET /api/timers/current': () => ({ timer, server_time: new Date(NOON).toISOString() }),
      'POST /api/time-entry-templates': () => aTemplate(),
    });
    await open(TimerCard, api);
    await press('More for the running timer');
    await press('Keep as a template', 'menuitem');
    await press('Create template');

    expect(api.bodies('POST /api/time-entry-templates')).toEqual([
      {
        name: 'Fix login redirect',
        project_id: 3,
        task_id: null,
        note: 'Fix login redirect',
        billable: false,
      },
    ]);
  });
});

describe('the page of templates', () => {
  it('renames one, sending the name alone', async () => {
    const api = server([aTemplate()], {
      'PATCH /api/time-entry-templates/4': () => aTemplate({ name: 'Stand-up' }),
    });
    await open(TemplatesPage, api);
    await press('More for Daily');
    await press('Edit', 'menuitem');
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Stand-up' } });
    await press('Save');

    expect(api.bodies('PATCH /api/time-entry-templates/4')).toEqual([{ name: 'Stand-up' }]);
  });

  it('adds time by hand with all that one says', async () => {
    const api = server([aTemplate({ task_id: 5, task_name: 'Meetings', billable: false })], {
      'POST /api/time-entries': () => anEntry(),
    });
    await open(TemplatesPage, api);
    await press('More for Daily');
    await press('Add time with it…', 'menuitem');
    const box = (name: string) => screen.getByRole<HTMLInputElement>('combobox', { name });
    expect([box('Project').value, box('Task').value]).toEqual(['Apollo', 'Meetings']);
    await press('Add time');

    expect(api.bodies('POST /api/time-entries')).toEqual([
      expect.objectContaining({
        ...{ project_id: 3, task_id: 5, note: aTemplate().note, billable: false },
        ...{ started_at: expect.any(String), ended_at: expect.any(String) },
      }),
    ]);
  });

  it('renames one of a project that was left, without asking for that project', async () => {
    const left = { project_name: null, project_color: null, client_name: null, can_start: false };
    const api = server([aTemplate(left)], {
      'PATCH /api/time-entry-templates/4': () => aTemplate(left),
    });
    await open(TemplatesPage, api);
    await press('More for Daily');
    await press('Edit', 'menuitem');
    const project = screen.getByRole<HTMLInputElement>('combobox', { name: 'Project' });
    expect(project.value).toBe('A project that you are no longer in');
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Stand-up' } });
    await press('Save');

    expect(api.bodies('PATCH /api/time-entry-templates/4')).toEqual([{ name: 'Stand-up' }]);
    expect(api.sent.filter(({ route }) => route.includes('/api/projects/'))).toEqual([]);
  });

  it('keeps the dialog with the reason at the name when it is taken', async () => {
    const message = 'You have a template "Stand-up" already';
    const api = server([aTemplate()], {
      'PATCH /api/time-entry-templates/4': refuse(409, 'duplicate', message, [
        { pointer: '/name', code: 'duplicate', message },
      ]),
    });
    await open(TemplatesPage, api);
    await press('More for Daily');
    await press('Edit', 'menuitem');
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Stand-up' } });
    await press('Save');

    expect(screen.getByText(message)).toBeTruthy();
  });

  it('deletes one after a question', async () => {
    const api = server([aTemplate()], { 'DELETE /api/time-entry-templates/4': () => null });
    await open(TemplatesPage, api);
    await press('More for Daily');
    await press('Delete', 'menuitem');
    await press('Delete');

    expect(api.bodies('DELETE /api/time-entry-templates/4')).toHaveLength(1);
  });

  it('says when one is of a project that was left, and does not offer to start it', async () => {
    const left = { project_name: null, project_color: null, client_name: null, can_start: false };
    await open(TemplatesPage, server([aTemplate(left)]));

    expect(screen.getByText('A project that you are no longer in')).toBeTruthy();
    expect(
      screen.getByRole<HTMLButtonElement>('button', { name: 'Start a timer with Daily' }).disabled,
    ).toBe(true);
  });

  it('says why one cannot be started whose project or task is closed', async () => {
    await open(TemplatesPage, server([aTemplate({ can_start: false }), aTemplate({ id: 5 })]));
    const [closed, other] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);

    expect(closed).toContain('closed: no time is tracked on it any more');
    expect(other).not.toContain('closed');
  });

  it('teaches those who have none, and offers auditors nothing to change', async () => {
    await open(TemplatesPage, server([]), { role: 'auditor' });

    expect(screen.getByText('No templates yet')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'New template' })).toBeNull();
  });
});

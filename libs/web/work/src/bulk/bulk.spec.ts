import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { TimeEntryView } from '@tidemark/contracts';
import { ProjectsPage } from '../projects/projects-page';
import { TaskList } from '../tasks/task-list';
import { type Answer, FakeApi, refusal } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { anEntry, aPerson, aProject, aTask, NOON, onePage } from '../testing/samples';
import { TimePage } from '../time-entries/time-page';

const CHANGE = 'PATCH /api/time-entries';
const settle = (ms = 600) => jest.advanceTimersByTimeAsync(ms);

const ENTRIES = ['Login', 'Review', 'Call'].map((note, at) => anEntry({ id: at + 1, note }));

function server(entries: TimeEntryView[], answers: Record<string, Answer> = {}) {
  return new FakeApi({
    'GET /api/time-entries': () => ({
      ...{ time_entries: entries, total_seconds: 0 },
      ...onePage(entries.length),
    }),
    'GET /api/timers/current': () => ({ timer: null, server_time: new Date(NOON).toISOString() }),
    'GET /api/projects': () => ({ projects: [aProject()], ...onePage(1) }),
    'GET /api/tasks': () => ({
      tasks: [aTask({ id: 1 }), aTask({ id: 2, name: 'Docs' })],
      ...onePage(2),
    }),
    ...answers,
  });
}

async function open(
  page: typeof TimePage | typeof TaskList | typeof ProjectsPage,
  api: FakeApi,
  me = aPerson(),
) {
  jest.useFakeTimers({ now: NOON });
  await render(page as typeof TimePage, { providers: provideWork(api, me) });
  await TestBed.inject(Router)
    .navigateByUrl('/')
    .catch(() => false);
  await settle();
}

const press = async (name: string | RegExp, scope: Pick<typeof screen, 'getByRole'> = screen) => {
  fireEvent.click(scope.getByRole('button', { name }));
  await settle();
};
const choose = async (...names: string[]) => {
  for (const name of names)
    fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(name) }));
  await settle();
};
const item = async (name: string) => {
  fireEvent.click(screen.getByRole('menuitem', { name }));
  await settle();
};
const answered =
  (changed: number, unchanged = 0) =>
  () => ({ batch_id: 'b1', changed, unchanged });
const bar = () => screen.queryByRole('region', { name: 'Selection' });

afterEach(() => jest.useRealTimers());

describe('chosen time entries', () => {
  it('add up, and are made not billable by one request', async () => {
    const api = server(ENTRIES, { [CHANGE]: answered(2) });
    await open(TimePage, api);
    await choose('Login', 'Call');
    expect(bar()?.textContent).toContain('2:56');
    await press('Billable');
    await item('Not billable');

    expect(api.bodies(CHANGE)).toEqual([{ ids: [1, 3], billable: false }]);
    expect(screen.getByText('Made 2 entries not billable')).toBeTruthy();
    expect(bar()).toBeNull();
  });

  it('move where the dialog says, with the reason', async () => {
    const api = server(ENTRIES, { [CHANGE]: answered(1, 1) });
    await open(TimePage, api);
    await choose('Login', 'Review');
    await press('Move');
    const dialog = within(screen.getByRole('dialog', { name: 'Move 2 entries' }));
    await press('Move 2 entries', dialog);
    expect(api.bodies(CHANGE)).toEqual([]);
    dialog.getByRole('combobox', { name: 'Project' }).focus();
    await settle();
    fireEvent.click(screen.getByRole('option', { name: /Apollo/ }));
    await settle();
    fireEvent.input(dialog.getByLabelText('Reason (optional)'), {
      target: { value: ' Wrong one ' },
    });
    await press('Move 2 entries', dialog);

    const move = { project_id: 3, task_id: null, reason: 'Wrong one' };
    expect(api.bodies(CHANGE)).toEqual([{ ids: [1, 2], ...move }]);
    expect(screen.getByText('Moved 1 entry; 1 were like that already')).toBeTruthy();
  });

  it('are deleted only for a reason', async () => {
    const api = server(ENTRIES, { 'DELETE /api/time-entries': answered(2) });
    await open(TimePage, api);
    await choose('Login', 'Review');
    await press('Delete');
    const dialog = within(screen.getByRole('alertdialog'));
    await press('Delete 2 entries', dialog);
    expect(api.bodies('DELETE /api/time-entries')).toEqual([]);
    fireEvent.input(dialog.getByLabelText('Reason'), { target: { value: 'Entered twice' } });
    await press('Delete 2 entries', dialog);

    expect(api.bodies('DELETE /api/time-entries')).toEqual([
      { ids: [1, 2], reason: 'Entered twice' },
    ]);
  });

  it('name those that are refused, and go on with the others when a person says so', async () => {
    let asked = 0;
    const api = server(ENTRIES, {
      [CHANGE]: () => {
        if (++asked > 1) return answered(2)();
        throw refusal(409, 'locked', '1 of 3 time entries cannot be changed', [
          { pointer: '/ids/1', code: 'locked', message: 'This time is on an invoice' },
        ]);
      },
    });
    await open(TimePage, api);
    await choose('Login', 'Review', 'Call');
    await press('Billable');
    await item('Billable');
    const dialog = within(screen.getByRole('alertdialog', { name: 'Nothing was changed' }));
    expect(dialog.getByRole('listitem').textContent).toMatch(/Review.*1:28.*on an invoice/s);
    await press('Go on with the other 2', dialog);

    expect(api.bodies(CHANGE).at(-1)).toEqual({ ids: [1, 3], billable: true });
    expect(bar()).toBeNull();
  });

  it('stay chosen when nothing can be done', async () => {
    const api = server(ENTRIES, {
      [CHANGE]: () => {
        throw refusal(503, 'overloaded', 'Too many people at once');
      },
    });
    await open(TimePage, api);
    await choose('Login');
    await press('Billable');
    await item('Billable');

    expect(screen.getByText('Too many people at once')).toBeTruthy();
    expect(bar()?.textContent).toContain('1 selected');
  });

  it('want a reason where one of them is long past', async () => {
    const late = { needs_reason: true as const, days_past: 40 };
    const api = server([anEntry({ id: 1, note: 'Login', ...late })], { [CHANGE]: answered(1) });
    await open(TimePage, api);
    await choose('Login');
    await press('Billable');
    await item('Billable');
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByText('Up to 40 days are past: say why')).toBeTruthy();
    fireEvent.input(dialog.getByLabelText('Reason'), { target: { value: 'Agreed' } });
    await press('Change', dialog);

    expect(api.bodies(CHANGE)).toEqual([{ ids: [1], billable: true, reason: 'Agreed' }]);
  });

  it('are only those that may be changed', async () => {
    await open(TimePage, server([anEntry({ note: 'Locked', can_edit: false })]));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('are none for somebody who only reads', async () => {
    await open(TimePage, server(ENTRIES), aPerson({ role: 'auditor' }));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('chosen tasks', () => {
  it('get a status', async () => {
    const api = server([], { 'PATCH /api/tasks': answered(2) });
    await open(TaskList, api);
    await choose('Rate limits', 'Docs');
    await press('Status', within(bar() as HTMLElement));
    await item('Done');

    expect(api.bodies('PATCH /api/tasks')).toEqual([{ ids: [1, 2], status: 'done' }]);
    expect(screen.getByText('2 tasks set to Done')).toBeTruthy();
  });

  it('are given to a member of their project', async () => {
    const api = server([], {
      'PATCH /api/tasks': answered(1),
      'GET /api/projects/3/members': () => ({
        members: [
          { id: 2, username: 'ben', display_name: 'Ben Kaya', role: 'member', is_active: true },
          { id: 3, username: 'bo', display_name: 'Bo Left', role: 'member', is_active: false },
        ],
        ...onePage(2),
      }),
    });
    await open(TaskList, api);
    await choose('Docs');
    await press('Assign', within(bar() as HTMLElement));
    screen.getByRole('combobox', { name: 'Assigned to' }).focus();
    await settle();
    expect(screen.queryByRole('option', { name: 'Bo Left' })).toBeNull();
    fireEvent.click(screen.getByRole('option', { name: 'Ben Kaya' }));
    await settle();
    await press('Assign', within(screen.getByRole('dialog')));

    expect(api.bodies('PATCH /api/tasks')).toEqual([{ ids: [2], assigned_to: 2 }]);
  });

  it('cannot be chosen by somebody who only reads', async () => {
    await open(TaskList, server([]), aPerson({ role: 'auditor' }));
    expect(screen.queryByRole('checkbox')).toBeNull();
  });
});

describe('chosen projects', () => {
  it('are archived, those alone that are managed and open', async () => {
    const projects = [
      aProject({ id: 1, name: 'One' }),
      aProject({ id: 2, name: 'Two', can_manage: false }),
      aProject({ id: 3, name: 'Three', status: 'archived' }),
    ];
    const api = server([], {
      'GET /api/projects': () => ({ projects, ...onePage(3) }),
      'POST /api/projects/archive': answered(1),
    });
    await open(ProjectsPage, api);
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await choose('One');
    await press('Archive', within(bar() as HTMLElement));
    await press('Archive 1 project', within(screen.getByRole('alertdialog')));

    expect(api.bodies('POST /api/projects/archive')).toEqual([{ ids: [1] }]);
  });
});

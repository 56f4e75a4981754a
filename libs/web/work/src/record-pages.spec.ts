import { Type } from '@angular/core';
import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { ClientView } from '@tidemark/contracts';
import { ClientPage } from './clients/client-page';
import { ClientsPage } from './clients/clients-page';
import { ProjectsPage } from './projects/projects-page';
import { TaskList } from './tasks/task-list';
import { TaskPage } from './tasks/task-page';
import { type Answer, FakeApi } from './testing/fake-api';
import { provideWork } from './testing/provide-work';
import { anEntry, aPerson, aProject, aTask, NOON, onePage } from './testing/samples';
import { EntryPage } from './time-entries/entry-page';
import { EntryRow } from './time-entries/entry-row';

const CLIENT: ClientView = {
  ...{ id: 2, name: 'Acme GmbH', email: 'post@acme.example', note: 'Pays late' },
  ...{ is_archived: false, project_count: 1, created_at: '2026-01-15T09:00:00.000Z' },
};
const server = (answers: Record<string, Answer> = {}) =>
  new FakeApi({
    'GET /api/tasks': () => ({ tasks: [aTask()], ...onePage(1) }),
    'GET /api/tasks/5': () => aTask({ description: 'Per minute', assigned_to_name: 'Ben Kaya' }),
    'GET /api/tasks/5/comments': () => ({ comments: [], ...onePage(0) }),
    'GET /api/time-entries/7': () => anEntry({ task_id: 5, task_name: 'Rate limits' }),
    'GET /api/clients': () => ({ clients: [CLIENT], ...onePage(1) }),
    'GET /api/clients/2': () => CLIENT,
    'GET /api/projects': () => ({ projects: [aProject()], ...onePage(1) }),
    'GET /api/timers/current': () => ({ timer: null, server_time: new Date(NOON).toISOString() }),
    ...answers,
  });
const settle = (ms = 600) => jest.advanceTimersByTimeAsync(ms);

async function open<T>(page: Type<T>, inputs: object, me = aPerson(), api = server()) {
  jest.useFakeTimers({ now: NOON });
  await render(page, { inputs: inputs as never, providers: provideWork(api, me) });
  await settle();
  return api;
}

const facts = () => screen.getByRole('region', { name: 'Details' }).textContent;
const admin = aPerson({ role: 'admin' });
const auditor = aPerson({ role: 'auditor' });

afterEach(() => jest.useRealTimers());

describe('the page of a task', () => {
  it('says what is to be done and by whom, and what is said about it', async () => {
    await open(TaskPage, { id: '5' });

    expect(screen.getByRole('heading', { level: 1, name: 'Rate limits' })).toBeTruthy();
    for (const fact of ['Apollo', 'Ben Kaya', 'Medium', 'Per minute'])
      expect(facts()).toContain(fact);
    const comments = within(screen.getByRole('region', { name: 'Comments' }));
    expect(comments.getByText('No comments yet')).toBeTruthy();
  });

  it('changes the status in place', async () => {
    let status = 'todo';
    const api = server({
      'GET /api/tasks/5': () => aTask({ status: status as 'todo' }),
      'PATCH /api/tasks/5': ({ body }) => {
        ({ status } = body as { status: string });
        return aTask();
      },
    });
    await open(TaskPage, { id: '5' }, aPerson(), api);
    fireEvent.click(screen.getByRole('button', { name: 'Status of Rate limits: To do' }));
    await settle();
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Done' }));
    await settle();

    expect(api.bodies('PATCH /api/tasks/5')).toEqual([{ status: 'done' }]);
    expect(screen.getByRole('button', { name: 'Status of Rate limits: Done' })).toBeTruthy();
  });

  it('offers nothing that would be refused: to auditors, or while its project is archived', async () => {
    const closed = () => aTask({ can_edit: false, can_delete: false });
    await open(TaskPage, { id: '5' }, aPerson(), server({ 'GET /api/tasks/5': closed }));

    expect(screen.queryByRole('button', { name: /Edit|Start|Delete|Status/ })).toBeNull();
    expect(screen.queryByRole('textbox', { name: /Comment/ })).toBeNull();
    expect(screen.getByText('No comments yet')).toBeTruthy();
  });
});

describe('the page of a time entry', () => {
  it('says when exactly, in the zone of the viewer, and leads to the task', async () => {
    await open(EntryPage, { id: '7' });

    expect(screen.getByRole('heading', { level: 1, name: 'Fix login redirect' })).toBeTruthy();
    expect(facts()).toContain('Mon 23 Nov 2026, 09:02:17 (Europe/Berlin, UTC+01:00)');
    expect(screen.getByRole('link', { name: 'Rate limits' }).getAttribute('href')).toBe('/tasks/5');
    expect(screen.getByRole('button', { name: 'Edit' })).toBeTruthy();
  });

  it('cannot be changed where the server says so', async () => {
    const api = server({
      'GET /api/time-entries/7': () => anEntry({ can_edit: false, is_invoiced: true }),
    });
    await open(EntryPage, { id: '7' }, aPerson(), api);

    expect(screen.queryByRole('button', { name: /Edit|Delete|Resume/ })).toBeNull();
    expect(screen.getByText('Invoiced')).toBeTruthy();
  });
});

describe('the page of a client', () => {
  it('says how to reach them and what is done for them', async () => {
    const api = await open(ClientPage, { id: '2' }, admin);

    expect(facts()).toContain('post@acme.example');
    expect(screen.getByRole('link', { name: 'Apollo' }).getAttribute('href')).toBe('/projects/3');
    const asked = api.sent.find(({ route }) => route === 'GET /api/projects');
    expect(asked?.params).toMatchObject({ client_id: '2' });
    expect(screen.getByRole('button', { name: 'Archive' })).toBeTruthy();
  });

  it('is read by leads', async () => {
    await open(ClientPage, { id: '2' }, aPerson({ is_lead: true }));

    expect(facts()).toContain('Pays late');
    expect(screen.queryByRole('button', { name: /Edit|Archive/ })).toBeNull();
  });
});

describe('from a row to its history in one click', () => {
  it.each([
    ['task', TaskList, {}, 'Rate limits', '/tasks/5'],
    ['client', ClientsPage, {}, 'Acme GmbH', '/clients/2'],
    ['project', ProjectsPage, {}, 'Apollo', '/projects/3'],
    ['time entry', EntryRow, { entry: anEntry() }, 'Fix login redirect', '/time/7'],
  ] as [string, Type<unknown>, object, string, string][])(
    'for a %s, whoever looks at it',
    async (_kind, page, inputs, name, path) => {
      await open(page, inputs, auditor);

      const link = screen.getByRole('link', { name: `Activity of ${name}` });
      expect(link.getAttribute('href')).toBe(`${path}?tab=activity`);
    },
  );
});

import { Router } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { TaskView } from '@tidemark/contracts';
import { Subject } from 'rxjs';
import { type Answer, FakeApi, refusal } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { aPerson, aProject, aTask, NOON, onePage } from '../testing/samples';
import { TaskList } from './task-list';

const LIST = 'GET /api/tasks';

function server(tasks: TaskView[], answers: Record<string, Answer> = {}) {
  return new FakeApi({
    [LIST]: () => ({ tasks, ...onePage(tasks.length) }),
    'GET /api/timers/current': () => ({ timer: null, server_time: new Date(NOON).toISOString() }),
    ...answers,
  });
}

const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);

async function renderList(api: FakeApi, { me = aPerson(), url = '/', inputs = {} } = {}) {
  jest.useFakeTimers({ now: NOON });
  await render(TaskList, {
    inputs,
    providers: provideWork(api, me),
  });
  await TestBed.inject(Router)
    .navigateByUrl(url)
    .catch(() => false);
  await settle();
}

const asked = (api: FakeApi) => api.sent.filter(({ route }) => route === LIST).at(-1)?.params;

afterEach(() => jest.useRealTimers());

describe('the tasks', () => {
  it('are the open ones, by status, unless the address says otherwise', async () => {
    const api = server([]);
    await renderList(api);

    expect(asked(api)).toEqual({ status: 'todo,in_progress,review', sort: 'status', page: '1' });
  });

  it('are filtered as the address says, with days in the zone of the person', async () => {
    const api = server([]);
    await renderList(api, {
      url: '/?assignee=me&due=week&status=all&priority=high&sort=-due_date',
    });

    expect(asked(api)).toEqual({
      priority: 'high',
      assigned_to: '1',
      due_from: '2026-11-23',
      due_to: '2026-11-29',
      sort: '-due_date',
      page: '1',
    });
  });

  it('change their status at once, and change it back when the server says no', async () => {
    const answer = new Subject<TaskView>();
    const api = server([aTask()], { 'PATCH /api/tasks/5': () => answer });
    await renderList(api);
    fireEvent.click(screen.getByRole('button', { name: 'Status of Rate limits: To do' }));
    await settle();
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Done' }));
    await settle();
    expect(screen.getByRole('button', { name: 'Status of Rate limits: Done' })).toBeTruthy();
    answer.error(refusal(409, 'archived', '"Apollo" is archived'));
    await settle();

    expect(screen.getByRole('button', { name: 'Status of Rate limits: To do' })).toBeTruthy();
    expect(screen.getByText('"Apollo" is archived')).toBeTruthy();
  });

  it('say in words that they are late', async () => {
    await renderList(server([aTask({ due_date: '2026-11-22' })]));

    expect(screen.getByText('Overdue:')).toBeTruthy();
    expect(screen.getByText(/Yesterday/)).toBeTruthy();
  });

  it('are not late any more when they are done', async () => {
    await renderList(server([aTask({ due_date: '2026-11-22', status: 'done' })]));

    expect(screen.queryByText('Overdue:')).toBeNull();
  });

  it('cannot be changed by somebody who only reads', async () => {
    await renderList(server([aTask({ can_edit: false })]), { me: aPerson({ role: 'auditor' }) });

    expect(screen.getByText('Rate limits')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(?!Comments on).*Rate limits/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Comments on Rate limits' })).toBeTruthy();
  });

  it('cannot be changed in an archived project', async () => {
    await renderList(server([aTask()]), { inputs: { project: aProject({ status: 'archived' }) } });

    expect(screen.queryByRole('button', { name: /^(?!Comments on).*Rate limits/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Comments on Rate limits' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'New task' })).toBeNull();
  });

  it('offers deleting to those alone who may', async () => {
    await renderList(server([aTask({ can_delete: false })]));
    fireEvent.click(screen.getByRole('button', { name: 'More for Rate limits' }));
    await settle();

    expect(screen.getByRole('menuitem', { name: 'Edit' })).toBeTruthy();
    expect(screen.queryByRole('menuitem', { name: 'Delete' })).toBeNull();
  });

  it('go back to the last page when the one asked for is not there any more', async () => {
    const api = server([], {
      [LIST]: ({ params }) => ({
        tasks: params['page'] === '3' ? [] : [aTask()],
        ...onePage(60),
        pages: 2,
        current_page: Number(params['page']),
      }),
    });
    await renderList(api, { url: '/?page=3&q=a' });
    await settle();

    expect(TestBed.inject(Router).url).toBe('/?page=2&q=a');
    expect(screen.getByText('Rate limits')).toBeTruthy();
  });

  it('stay on screen when they cannot be brought up to date, with a way to try again', async () => {
    let isDown = false;
    const api = server([], {
      [LIST]: () => {
        if (isDown) throw refusal(503, 'database-unavailable', 'The database does not answer');
        return { tasks: [aTask()], ...onePage(1) };
      },
    });
    await renderList(api);
    isDown = true;
    await TestBed.inject(Router)
      .navigateByUrl('/?priority=high')
      .catch(() => false);
    await settle();

    expect(screen.getByRole('alert').textContent).toContain('The database does not answer');
    expect(screen.getByText('Rate limits')).toBeTruthy();
    isDown = false;
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await settle();

    expect(screen.queryByRole('alert')).toBeNull();
  });
});

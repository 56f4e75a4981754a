import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import { type Answer, FakeApi, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { aPerson, aTask, NOON, onePage } from '../testing/samples';
import { TasksPage } from './tasks-page';

const settle = (ms = 600) => jest.advanceTimersByTimeAsync(ms);

async function openLink(task: Answer, me = aPerson()) {
  jest.useFakeTimers({ now: NOON });
  const api = new FakeApi({
    'GET /api/tasks': () => ({ tasks: [aTask()], ...onePage(1) }),
    'GET /api/tasks/5': task,
    'GET /api/timers/current': () => ({ timer: null, server_time: new Date(NOON).toISOString() }),
  });
  await render(TasksPage, { providers: provideWork(api, me) });
  await TestBed.inject(Router)
    .navigateByUrl('/?task=5')
    .catch(() => false);
  await settle();
  return api;
}

afterEach(() => jest.useRealTimers());

describe('a link to a task', () => {
  it('opens it, and closes into a list that holds it', async () => {
    await openLink(() => aTask({ status: 'done' }));

    expect(screen.getByRole('dialog', { name: 'Edit task' })).toBeTruthy();
    expect(TestBed.inject(Router).url).toBe('/?status=all&project_id=3&q=Rate%20limits');
  });

  it('only finds it for those who cannot change it', async () => {
    await openLink(() => aTask({ can_edit: false }), aPerson({ role: 'auditor' }));

    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('Rate limits')).toBeTruthy();
  });

  it('says that it is gone', async () => {
    await openLink(refuse(404, 'not-found', 'There is no such task'));

    expect(screen.getByText('There is no such task')).toBeTruthy();
    expect(TestBed.inject(Router).url).toBe('/');
  });
});

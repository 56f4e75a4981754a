import { signal } from '@angular/core';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { TimerCommand } from '@tidemark/web/ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import type { TimeEntryView } from '@tidemark/contracts';
import { Subject } from 'rxjs';
import { type Answer, FakeApi, refusal, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { anEntry, aPerson, aProject, aTimer, NOON, onePage } from '../testing/samples';
import { TimerCard } from './timer-card';

const AT_NOON = new Date(NOON).toISOString();
const START = 'POST /api/timers/start';
const STOP = 'POST /api/timers/stop';
const CURRENT = 'GET /api/timers/current';

/** A server with one project and the timer that `running` says. */
function server(running: { timer: TimeEntryView | null }, answers: Record<string, Answer> = {}) {
  return new FakeApi({
    [CURRENT]: () => ({ timer: running.timer, server_time: AT_NOON }),
    'GET /api/projects': () => ({ projects: [aProject()], ...onePage(1) }),
    'GET /api/tasks': () => ({ tasks: [], ...onePage(0) }),
    'GET /api/time-entries': () => ({ time_entries: [anEntry()], total_seconds: 0, ...onePage(1) }),
    [STOP]: () => anEntry({ id: 8, ended_at: AT_NOON }),
    ...answers,
  });
}

async function renderCard(api: FakeApi, device = signal(NOON)) {
  jest.useFakeTimers({ now: device() });
  const view = await render(TimerCard, {
    deferBlockBehavior: DeferBlockBehavior.Playthrough,
    providers: provideWork(api, aPerson(), device),
  });
  await settle();
  return view;
}

const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const clock = () => screen.getByRole('timer').textContent;
const noteBox = () => screen.getByRole<HTMLInputElement>('textbox', { name: /working on/ });

/** Types a note and picks the project as a person does. */
async function fillIn(note: string) {
  fireEvent.input(noteBox(), { target: { value: note } });
  screen.getByRole('combobox', { name: 'Project' }).focus();
  await settle();
  fireEvent.click(screen.getByRole('option', { name: /Apollo/ }));
  await settle();
}

afterEach(() => jest.useRealTimers());

describe('the running timer', () => {
  const started = aTimer({ started_at: '2026-11-23T10:35:53.000Z' });

  it('shows the time that the server would, on a device whose clock is an hour slow', async () => {
    await renderCard(server({ timer: started }), signal(NOON - 3_600_000));

    expect(clock()).toBe('1:24:07');
  });

  it('is right again after a sleep, because it does not count', async () => {
    const device = signal(NOON);
    await renderCard(server({ timer: started }), device);
    device.set(NOON + 8 * 3_600_000);
    await settle();

    expect(clock()).toBe('9:24:07');
  });

  it('is never below zero', async () => {
    await renderCard(server({ timer: aTimer({ started_at: '2026-11-23T12:00:30.000Z' }) }));

    expect(clock()).toBe('0:00:00');
  });

  it('sees what another device did when the tab is looked at again', async () => {
    const running = { timer: started as TimeEntryView | null };
    await renderCard(server(running));
    running.timer = null;
    fireEvent.focus(window);
    await settle();

    expect(noteBox()).toBeTruthy();
  });

  it('stops at once, and by the key as by the button', async () => {
    const answer = new Subject<TimeEntryView>();
    const api = server({ timer: started }, { [STOP]: () => answer });
    await renderCard(api);
    TestBed.inject(TimerCommand).toggle();
    await settle();

    expect(screen.queryByRole('timer')).toBeNull();
    expect(api.bodies(STOP)).toHaveLength(1);
  });

  it('runs on when it could not be stopped, and says why', async () => {
    await renderCard(
      server({ timer: started }, { [STOP]: refuse(503, 'database-unavailable', 'Try again soon') }),
    );
    await press('Stop');

    expect(clock()).toBe('1:24:07');
    expect(screen.getByText('Try again soon')).toBeTruthy();
  });

  it('does not take an answer for news that was asked for before it was stopped', async () => {
    const late = new Subject<unknown>();
    let asked = 0;
    const api = server(
      { timer: started },
      { [CURRENT]: () => (asked++ ? late : { timer: started, server_time: AT_NOON }) },
    );
    await renderCard(api);
    fireEvent.focus(window);
    await press('Stop');
    late.next({ timer: started, server_time: AT_NOON });
    late.complete();
    await settle();

    expect(screen.queryByRole('timer')).toBeNull();
  });

  it('goes on without a gap when stopping is undone', async () => {
    const resumed = aTimer({ id: 9, started_at: '2026-11-23T12:00:04.000Z' });
    const api = server(
      { timer: started },
      {
        'POST /api/time-entries/8/resume': () => resumed,
        'PATCH /api/time-entries/9': ({ body }) => ({ ...resumed, ...(body as object) }),
      },
    );
    await renderCard(api);
    await press('Stop');
    await press('Undo');

    expect(api.bodies('PATCH /api/time-entries/9')).toEqual([{ started_at: AT_NOON }]);
    expect(screen.getByRole('timer')).toBeTruthy();
    expect(screen.getByText(/nothing was lost/)).toBeTruthy();
  });

  it('says what was lost when undoing could not reach back', async () => {
    const api = server(
      { timer: started },
      {
        'POST /api/time-entries/8/resume': () =>
          aTimer({ id: 9, started_at: '2026-11-23T12:00:04.000Z' }),
        'PATCH /api/time-entries/9': refuse(503, 'database-unavailable', 'Try again soon'),
      },
    );
    await renderCard(api);
    await press('Stop');
    await press('Undo');

    expect(screen.getByRole('timer')).toBeTruthy();
    expect(screen.getByText(/without the 4 seconds/)).toBeTruthy();
  });
});

describe('starting a timer', () => {
  it('shows it running before the server has answered', async () => {
    const answer = new Subject<TimeEntryView>();
    const api = server({ timer: null }, { [START]: () => answer });
    await renderCard(api);
    await fillIn('Release notes');
    await press(/^Start/);

    expect(screen.getByText('Release notes')).toBeTruthy();
    expect(clock()).toBe('0:00:00');
    expect(api.bodies(START)).toEqual([{ project_id: 3, task_id: null, note: 'Release notes' }]);
  });

  it('keeps what was typed when the server refuses', async () => {
    const answer = new Subject<TimeEntryView>();
    await renderCard(server({ timer: null }, { [START]: () => answer }));
    await fillIn('Release notes');
    await press(/^Start/);
    answer.error(refusal(409, 'archived', '"Apollo" is archived'));
    await settle();

    expect(noteBox().value).toBe('Release notes');
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Project' }).value).toBe(
      'Apollo',
    );
    expect(screen.getByText('"Apollo" is archived')).toBeTruthy();
  });

  it('asks for a project instead of sending nothing', async () => {
    const api = server({ timer: null });
    await renderCard(api);
    await press(/^Start/);

    expect(api.bodies(START)).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Project' }));
  });

  it('is thrown away again by undoing it', async () => {
    const api = server(
      { timer: null },
      {
        [START]: () => aTimer({ started_at: AT_NOON }),
        'DELETE /api/time-entries/8': () => null,
      },
    );
    await renderCard(api);
    await fillIn('Release notes');
    await press(/^Start/);
    await press('Undo');

    expect(api.bodies('DELETE /api/time-entries/8')).toHaveLength(1);
    expect(screen.queryByRole('timer')).toBeNull();
  });

  it('offers to switch when another device was faster, and then stops that one first', async () => {
    const elsewhere = aTimer({ note: 'Customer call', started_at: '2026-11-23T11:30:00.000Z' });
    const running = { timer: null as TimeEntryView | null };
    const api = server(running, {
      [START]: () => {
        if (running.timer) throw refusal(409, 'timer-already-running', 'Stop it first');
        return (running.timer = aTimer({ id: 9, note: 'Release notes', started_at: AT_NOON }));
      },
      [STOP]: () => {
        running.timer = null;
        return { ...elsewhere, ended_at: AT_NOON };
      },
    });
    await renderCard(api);
    running.timer = elsewhere;
    await fillIn('Release notes');
    await press(/^Start/);
    const question = screen.getByRole('alertdialog', { name: 'Another timer is running' });
    expect(question.textContent).toContain('Customer call');
    fireEvent.click(within(question).getByRole('button', { name: 'Stop it and start this one' }));
    await settle(1000);

    const sent = api.sent.map(({ route }) => route).filter((route) => route.startsWith('POST'));
    expect(sent).toEqual([START, STOP, START]);
    expect(screen.getByText('Release notes')).toBeTruthy();
  });

  it('leaves the other one running when the person says no', async () => {
    const api = server({ timer: aTimer() });
    await renderCard(api);
    const { TimerActions } = await import('./timer-actions');
    void TestBed.inject(TimerActions).resume(anEntry());
    await settle();
    await press('Cancel');

    expect(api.sent.some(({ route }) => route.startsWith('POST'))).toBe(false);
    expect(screen.getByRole('timer')).toBeTruthy();
  });

  it('goes on with what was done last by one click', async () => {
    const api = server({ timer: null }, { 'POST /api/time-entries/7/resume': () => aTimer() });
    await renderCard(api);
    await press(/Fix login redirect/);

    await waitFor(() => expect(screen.getByRole('timer')).toBeTruthy());
    expect(api.bodies('POST /api/time-entries/7/resume')).toHaveLength(1);
  });

  it('says that the timer could not be loaded, and tries again', async () => {
    let isDown = true;
    const api = server(
      { timer: null },
      {
        [CURRENT]: () => {
          if (isDown) throw refusal(503, 'database-unavailable', 'The database does not answer');
          return { timer: null, server_time: AT_NOON };
        },
      },
    );
    await renderCard(api);
    expect(screen.getByRole('alert').textContent).toContain('The database does not answer');
    isDown = false;
    await press('Retry');

    expect(noteBox()).toBeTruthy();
  });
});

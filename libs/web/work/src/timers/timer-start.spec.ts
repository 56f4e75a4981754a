import { TestBed } from '@angular/core/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import type { TimeEntryView } from '@tidemark/contracts';
import { Subject } from 'rxjs';
import { refusal } from '../testing/fake-api';
import { anEntry, aTimer } from '../testing/samples';
import { TimerActions } from './timer-actions';
import {
  AT_NOON,
  clock,
  CURRENT,
  fillIn,
  noteBox,
  press,
  renderCard,
  server,
  settle,
  START,
  STOP,
} from '../testing/with-timer';

afterEach(() => jest.useRealTimers());

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

import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fireEvent, screen } from '@testing-library/angular';
import type { TimeEntryView } from '@tidemark/contracts';
import { TimerCommand } from '@tidemark/web/ui';
import { Subject } from 'rxjs';
import { refuse } from '../testing/fake-api';
import { aTimer, NOON } from '../testing/samples';
import {
  AT_NOON,
  clock,
  CURRENT,
  noteBox,
  press,
  renderCard,
  server,
  settle,
  STOP,
} from '../testing/with-timer';

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

  it('has the cursor at once when it is asked for by the key: the next letter is the note', async () => {
    await renderCard(server({ timer: null }));
    TestBed.inject(TimerCommand).toggle();

    expect(document.activeElement).toBe(noteBox());
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

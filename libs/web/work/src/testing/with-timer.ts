import { signal } from '@angular/core';
import { DeferBlockBehavior } from '@angular/core/testing';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { TimeEntryView } from '@tidemark/contracts';
import { TimerCard } from '../timers/timer-card';
import { type Answer, FakeApi } from './fake-api';
import { provideWork } from './provide-work';
import { anEntry, aPerson, aProject, NOON, onePage } from './samples';

export const AT_NOON = new Date(NOON).toISOString();
export const START = 'POST /api/timers/start';
export const STOP = 'POST /api/timers/stop';
export const CURRENT = 'GET /api/timers/current';

/** A server with one project and the timer that `running` says. */
export function server(
  running: { timer: TimeEntryView | null },
  answers: Record<string, Answer> = {},
) {
  return new FakeApi({
    [CURRENT]: () => ({ timer: running.timer, server_time: AT_NOON }),
    'GET /api/projects': () => ({ projects: [aProject()], ...onePage(1) }),
    'GET /api/tasks': () => ({ tasks: [], ...onePage(0) }),
    'GET /api/time-entries': () => ({ time_entries: [anEntry()], total_seconds: 0, ...onePage(1) }),
    [STOP]: () => anEntry({ id: 8, ended_at: AT_NOON }),
    ...answers,
  });
}

export async function renderCard(api: FakeApi, device = signal(NOON)) {
  jest.useFakeTimers({ now: device() });
  const view = await render(TimerCard, {
    deferBlockBehavior: DeferBlockBehavior.Playthrough,
    providers: provideWork(api, aPerson(), device),
  });
  await settle();
  return view;
}

export const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);
export const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
export const clock = () => screen.getByRole('timer').textContent;
export const noteBox = () => screen.getByRole<HTMLInputElement>('textbox', { name: /working on/ });

/** Types a note and picks the project as a person does. */
export async function fillIn(note: string) {
  fireEvent.input(noteBox(), { target: { value: note } });
  screen.getByRole('combobox', { name: 'Project' }).focus();
  fireEvent.click(await screen.findByRole('option', { name: /Apollo/ }));
  await settle();
}

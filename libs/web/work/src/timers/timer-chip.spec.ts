import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { Router, RouterOutlet } from '@angular/router';
import { TimerCommand } from '@tidemark/web/ui';
import { render, screen } from '@testing-library/angular';
import type { TimeEntryView } from '@tidemark/contracts';
import { FakeApi } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { anEntry, aPerson, aTimer, NOON, onePage } from '../testing/samples';
import { TimerCard } from './timer-card';
import { TimerChip } from './timer-chip';

@Component({
  selector: 'tm-app',
  imports: [RouterOutlet, TimerChip],
  template: '<tm-timer-chip /><router-outlet />',
})
class App {}

@Component({ selector: 'tm-elsewhere', template: 'Elsewhere' })
class Elsewhere {}

const AT_NOON = new Date(NOON).toISOString();
const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);

async function renderApp(timer: TimeEntryView | null, device = signal(NOON)) {
  jest.useFakeTimers({ now: NOON });
  const api = new FakeApi({
    'GET /api/timers/current': () => ({ timer, server_time: AT_NOON }),
    'GET /api/time-entries': () => ({ time_entries: [], ...onePage(0) }),
    'POST /api/timers/stop': () => anEntry({ id: 8, ended_at: AT_NOON }),
  });
  await render(App, {
    providers: provideWork(api, aPerson(), device),
    routes: [
      { path: '', component: TimerCard },
      { path: 'elsewhere', component: Elsewhere },
    ],
  });
  await TestBed.inject(Router).navigateByUrl('/elsewhere');
  await settle();
  return api;
}

afterEach(() => jest.useRealTimers());

describe('the timer on every page', () => {
  it('ticks in the title of the tab', async () => {
    const device = signal(NOON);
    await renderApp(aTimer({ started_at: '2026-11-23T10:35:53.000Z' }), device);
    expect(TestBed.inject(Title).getTitle()).toMatch(/^1:24:07 Fix login redirect · /);
    device.set(NOON + 1000);
    await settle();

    expect(TestBed.inject(Title).getTitle()).toMatch(/^1:24:08 /);
  });

  it('marks the icon of the tab for as long as it runs', async () => {
    const icon = document.head.appendChild(document.createElement('link'));
    icon.rel = 'icon';
    await renderApp(aTimer());
    expect(icon.getAttribute('href')).toBe('favicon-running.svg');
    TestBed.inject(TimerCommand).toggle();
    await settle();

    expect(icon.getAttribute('href')).toBe('favicon.svg');
    icon.remove();
  });

  it('is stopped by key from a page that does not show it', async () => {
    const api = await renderApp(aTimer());
    TestBed.inject(TimerCommand).toggle();
    await settle();

    expect(api.bodies('POST /api/timers/stop')).toHaveLength(1);
    expect(TestBed.inject(TimerCommand).running()).toBe(false);
    expect(TestBed.inject(Title).getTitle()).not.toContain('Fix login');
  });

  it('leads to where it can be started, ready to type', async () => {
    await renderApp(null);
    TestBed.inject(TimerCommand).toggle();
    await settle();

    expect(TestBed.inject(Router).url).toBe('/');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /working on/ }));
  });

  it('stands once on the page that shows it', async () => {
    await renderApp(aTimer());
    expect(screen.getByRole('button', { name: 'Stop the timer' })).toBeTruthy();
    await TestBed.inject(Router).navigateByUrl('/');
    await settle();

    expect(screen.queryByRole('button', { name: 'Stop the timer' })).toBeNull();
    expect(screen.getByRole('timer')).toBeTruthy();
  });
});

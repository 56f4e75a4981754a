import { signal } from '@angular/core';
import { render, screen } from '@testing-library/angular';
import type { TimeEntryView, TimeSummary } from '@tidemark/contracts';
import { addDays } from '@tidemark/web/ui';
import { type Answer, FakeApi, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { anEntry, aPerson, aTimer, NOON, onePage } from '../testing/samples';
import { EntriesToday } from './entries-today';
import { TeamNow } from './team-now';
import { WeekCard } from './week-card';

const HOUR = 3600;
const AT_NOON = new Date(NOON).toISOString();
const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);

function server(timer: TimeEntryView | null, answers: Record<string, Answer>) {
  return new FakeApi({
    'GET /api/timers/current': () => ({ timer, server_time: AT_NOON }),
    ...answers,
  });
}

/** Two hours on each day but the last two. */
function summary({ params }: Parameters<Answer>[0]): TimeSummary {
  const days = Array.from({ length: 7 }, (_, n) => ({
    date: addDays(params['start_date'] ?? '', n),
    seconds: n < 5 ? 2 * HOUR : 0,
    billable_seconds: n < 5 ? HOUR : 0,
  }));
  return { days, total_seconds: 10 * HOUR, billable_seconds: 5 * HOUR };
}

beforeEach(() => jest.useFakeTimers({ now: NOON }));
afterEach(() => jest.useRealTimers());

describe('the own week', () => {
  it('begins where it does for the person, and leads from each bar to its day', async () => {
    const api = server(null, { 'GET /api/time-entries/summary': summary });
    await render(WeekCard, { providers: provideWork(api, aPerson({ week_start: 6 })) });
    await settle();

    const days = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(days[0]).toBe('/time?view=day&day=2026-11-21');
    expect(screen.getByRole('link', { current: 'date' }).getAttribute('href')).toContain('11-23');
    expect(screen.getByText('Saturday 21 November: 2:00')).toBeTruthy();
    expect(screen.getByText('50%')).toBeTruthy();
  });

  it('grows with the running timer without asking again', async () => {
    const api = server(aTimer(), { 'GET /api/time-entries/summary': summary });
    const device = signal(NOON);
    await render(WeekCard, { providers: provideWork(api, aPerson(), device) });
    await settle();
    device.set(NOON + 30 * 60_000 + 1000);
    await settle();

    expect(screen.getByText('10:30')).toBeTruthy();
    expect(api.sent.filter(({ route }) => route.endsWith('summary'))).toHaveLength(1);
  });
});

describe('the entries of today', () => {
  it('end with the running one, once', async () => {
    const timer = aTimer({ note: 'Release notes' });
    const api = server(timer, {
      'GET /api/time-entries': () => ({ time_entries: [anEntry(), timer], ...onePage(2) }),
    });
    await render(EntriesToday, { providers: provideWork(api) });
    await settle();

    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Fix login redirect');
    expect(rows[1]).toContain('Release notes');
    expect(rows[1]).toContain('now');
  });
});

describe('the team now', () => {
  it('is everybody else who works, by the clock of the server', async () => {
    const others = aTimer({ user_id: 2, user_display_name: 'Ben Kaya', note: 'API spec' });
    const api = server(null, {
      'GET /api/timers': () => ({
        timers: [aTimer(), { ...others, started_at: '2026-11-23T11:48:00.000Z' }],
        server_time: AT_NOON,
      }),
    });
    jest.setSystemTime(NOON + 5 * HOUR * 1000);
    await render(TeamNow, {
      providers: provideWork(api, aPerson(), signal(NOON + 5 * HOUR * 1000)),
    });
    await settle();

    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    expect(screen.getByText('Ben Kaya')).toBeTruthy();
    expect(screen.getByText('0:12:00')).toBeTruthy();
  });

  it('is nothing at all for those who may not know', async () => {
    const api = server(null, { 'GET /api/timers': refuse(403, 'forbidden', 'No') });
    const { container } = await render(TeamNow, { providers: provideWork(api) });
    await settle();

    expect(container.textContent).toBe('');
  });
});

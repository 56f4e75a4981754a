import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { TimeEntryView } from '@tidemark/contracts';
import { FakeApi, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { anEntry, aPerson, NOON, onePage } from '../testing/samples';
import { TimePage } from './time-page';

const LIST = 'GET /api/time-entries';

function server(entries: TimeEntryView[] = []) {
  return new FakeApi({
    [LIST]: () => ({ time_entries: entries, total_seconds: 0, ...onePage(entries.length) }),
    'GET /api/timers/current': () => ({ timer: null, server_time: new Date(NOON).toISOString() }),
  });
}

const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const asked = (api: FakeApi) => api.sent.filter(({ route }) => route === LIST).at(-1)?.params;

async function renderPage(api: FakeApi, me = aPerson(), url = '/') {
  jest.useFakeTimers({ now: NOON });
  await render(TimePage, { providers: provideWork(api, me) });
  await TestBed.inject(Router)
    .navigateByUrl(url)
    .catch(() => false);
  await settle();
}

afterEach(() => jest.useRealTimers());

describe('the time page', () => {
  it.each([
    ['member', 'What you track with the timer or add by hand appears here.'],
    ['auditor', 'Auditors track no time. Choose above whose to look at.'],
  ] as const)('says to a %s without time what to do', async (role, words) => {
    await renderPage(server(), aPerson({ role }));
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('does not fade the error where there was nothing before', async () => {
    const api = server();
    api.answers[LIST] = refuse(503, 'overloaded', 'Too busy');
    await renderPage(api);
    expect(screen.getByText('The entries could not be loaded')).toBeTruthy();
    expect(document.querySelector('.outdated')).toBeNull();
  });

  it('shows the week as it begins for the person', async () => {
    const api = server();
    await renderPage(api, aPerson({ week_start: 7 }));

    expect(asked(api)).toMatchObject({ start_date: '2026-11-22', end_date: '2026-11-28' });
    expect(screen.getByRole('heading', { name: 'This week Sun 22 Nov – Sat 28 Nov' })).toBeTruthy();
  });

  it('steps by weeks and by days, and back to today', async () => {
    const api = server();
    await renderPage(api);
    await press('Previous week');
    expect(asked(api)).toMatchObject({ start_date: '2026-11-16', end_date: '2026-11-22' });
    await press('Day');
    expect(asked(api)).toMatchObject({ start_date: '2026-11-16', end_date: '2026-11-16' });
    await press('Next day');
    expect(asked(api)).toMatchObject({ start_date: '2026-11-17', end_date: '2026-11-17' });
    await press('Today');

    expect(asked(api)).toMatchObject({ start_date: '2026-11-23', end_date: '2026-11-23' });
  });

  it('counts of a night shift only what lies in the day', async () => {
    const night = anEntry({
      started_at: '2026-11-22T21:00:00.000Z',
      ended_at: '2026-11-23T00:30:00.000Z',
      duration_seconds: 12_600,
    });
    await renderPage(server([night]), aPerson(), '/?view=day&day=2026-11-23');

    const today = within(screen.getByRole('region', { name: 'Today' }));
    expect(today.getByRole('heading').textContent).toContain('1:30');
    expect(today.getByText('3:30')).toBeTruthy();
  });

  it('lets those who lead look at others, and nobody else', async () => {
    await renderPage(server());
    expect(screen.queryByRole('combobox', { name: 'Person' })).toBeNull();
  });

  it('asks for everybody where the address says so, and then says whose each entry is', async () => {
    const api = server([anEntry({ user_id: 2, user_display_name: 'Ben Kaya' })]);
    await renderPage(api, aPerson({ role: 'admin' }), '/?person=all');

    expect(asked(api)).toMatchObject({ user_id: 'all' });
    expect(screen.getByText(/Ben Kaya/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Resume/ })).toBeNull();
  });

  it('offers no change of an entry that may not be changed', async () => {
    await renderPage(server([anEntry({ can_edit: false })]));

    expect(screen.getByText('Fix login redirect')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Fix login redirect/ })).toBeNull();
  });

  it('says of a locked entry which month is closed', async () => {
    const locked = { can_edit: false, is_locked: true, closed_period: '2026-10' } as const;
    await renderPage(server([anEntry(locked)]));

    const lock = screen.getByRole('img', { name: 'Locked' });
    expect(lock.getAttribute('aria-description')).toBe('October 2026 is closed');
    expect(screen.queryByRole('button', { name: /More for/ })).toBeNull();
  });

  it('offers to clear the filters when nothing fits them', async () => {
    const api = server();
    await renderPage(api, aPerson(), '/?billable=false&q=xyz');
    expect(asked(api)).toMatchObject({ billable: 'false', q: 'xyz' });
    await press('Clear filters');

    expect(asked(api)).not.toHaveProperty('billable');
    expect(asked(api)).not.toHaveProperty('q');
  });
});

describe('time that is on an invoice', () => {
  const billed = anEntry({ can_edit: false, is_invoiced: true });

  it('is locked for the person, who cannot look at invoices', async () => {
    await renderPage(server([billed]));
    expect(screen.getByRole('img', { name: 'Locked' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /More for/ })).toBeNull();
    expect(screen.queryByRole('link', { name: /invoice/ })).toBeNull();
  });

  it('says so of what is in a closed month as well, with one lock', async () => {
    await renderPage(server([{ ...billed, is_locked: true, closed_period: '2026-10' }]));
    const lock = screen.getByRole('img', { name: 'Locked' });
    expect(lock.getAttribute('aria-description')).toBe(
      'it is on an invoice, and October 2026 is closed',
    );
  });

  it('leads those who can to its invoice', async () => {
    await renderPage(server([billed]), aPerson({ role: 'admin' }));
    const link = screen.getByRole('link', { name: 'The invoice of Fix login redirect' });
    expect(link.getAttribute('href')).toBe('/invoices?time_entry_id=7');
  });
});

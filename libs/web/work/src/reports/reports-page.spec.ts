import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { TimeReport } from '@tidemark/contracts';
import { aReport, aReportRow } from '../testing/a-report';
import { type Answer, FakeApi, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { aPerson, aProject, NOON, onePage } from '../testing/samples';
import { ReportsPage } from './reports-page';

const REPORT = 'GET /api/reports/time';
const LEAD = aPerson({ is_lead: true });

function server(report: Partial<TimeReport> = {}, answers: Record<string, Answer> = {}) {
  return new FakeApi({
    [REPORT]: ({ params }) =>
      aReport({ group_by: params['group_by'] as TimeReport['group_by'], ...report }),
    'GET /api/projects': () => ({ projects: [aProject()], ...onePage(1) }),
    'GET /api/projects/3': () => aProject(),
    'GET /api/clients/2': () => ({ id: 2, name: 'Acme GmbH' }),
    'GET /api/users': () => ({ users: [], ...onePage(0) }),
    ...answers,
  });
}

const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);
const press = async (name: string | RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
const follow = async (name: string) => {
  fireEvent.click(screen.getByRole('link', { name }));
  await settle();
};
const asked = (api: FakeApi) => api.sent.filter(({ route }) => route === REPORT).at(-1)?.params;
const address = () => decodeURIComponent(TestBed.inject(Router).url);

async function renderPage(api: FakeApi, url = '/', me = LEAD) {
  jest.useFakeTimers({ now: NOON });
  const view = await render(ReportsPage, {
    deferBlockBehavior: DeferBlockBehavior.Manual,
    providers: provideWork(api, me),
  });
  await TestBed.inject(Router)
    .navigateByUrl(url)
    .catch(() => false);
  await settle();
  return view;
}

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('the days', () => {
  it('are the week as it begins for the person', async () => {
    const api = server();
    await renderPage(api, '/', aPerson({ week_start: 7 }));
    expect(asked(api)).toMatchObject({ start_date: '2026-11-22', end_date: '2026-11-28' });
  });

  it('are chosen by name, stepped through, and keep a name while they have one', async () => {
    const api = server();
    await renderPage(api);
    await press(/This week/);
    await press('This month');
    expect(asked(api)).toMatchObject({ start_date: '2026-11-01', end_date: '2026-11-30' });
    await press('Earlier days');
    expect(address()).toBe('/?range=last-month');
    await press('Earlier days');
    expect(address()).toBe('/?from=2026-09-01&to=2026-09-30');
    await press('Later days');
    expect(asked(api)).toMatchObject({ start_date: '2026-10-01', end_date: '2026-10-31' });
  });

  it('are any others by the first and the last, unless those make no sense', async () => {
    const api = server();
    await renderPage(api);
    await press(/This week/);
    const enter = (label: string, value: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } });
    const apply = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Apply' });
    enter('From', '2026-12-05');
    await settle();
    expect(screen.getByRole('alert').textContent).toBe('The last day lies before the first.');
    expect(apply().disabled).toBe(true);
    enter('From', '2025-11-01');
    await settle();
    expect(screen.getByRole('alert').textContent).toBe('366 days at most.');
    enter('From', '2026-11-10');
    await settle();
    await press('Apply');
    expect(asked(api)).toMatchObject({ start_date: '2026-11-10', end_date: '2026-11-29' });
  });

  it('of an address that nobody can read are the week', async () => {
    const api = server();
    await renderPage(api, '/?from=2026-02-30&to=x&range=ever&group=colour&billable=maybe');
    expect(asked(api)).toEqual({
      group_by: 'project',
      start_date: '2026-11-23',
      end_date: '2026-11-29',
    });
  });
});

describe('the report', () => {
  it('says hours, billable share, amount and entries, and what is left out', async () => {
    const row = aReportRow({
      seconds: 100 * 3_600,
      billable_seconds: 82 * 3_600,
      amount: '1234567.50',
      unpriced_seconds: 4_800,
      entry_count: 1_204,
    });
    await renderPage(server({ rows: [row], running_count: 2 }));
    const totals = document.querySelector('.totals')?.textContent.replace(/\s+/g, ' ');
    expect(totals).toContain('Hours100:00 2 running timers not counted');
    expect(totals).toContain('Billable82%82:00 hours');
    expect(totals).toContain('1,234,567.50');
    expect(totals).toContain('1:20 billable without a rate that you see');
    expect(totals).toContain('1,204');
  });

  it('has no word of money for those who see no rate', async () => {
    await renderPage(server({ rows: [aReportRow({ amount: null })] }), '/', aPerson());
    expect(screen.queryByText('Amount')).toBeNull();
    expect(screen.queryByRole('columnheader', { name: 'Amount' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Person' })).toBeNull();
  });

  it('is sorted by the server, and by what the head says', async () => {
    const api = server();
    await renderPage(api);
    const head = () => screen.getByRole('columnheader', { name: 'Hours' });
    expect(head().getAttribute('aria-sort')).toBe('descending');
    await press('Entries');
    expect(asked(api)).toMatchObject({ sort: '-entry_count' });
    await press('Entries');
    expect(asked(api)).toMatchObject({ sort: 'entry_count' });
    const entries = screen.getByRole('columnheader', { name: 'Entries' });
    expect(entries.getAttribute('aria-sort')).toBe('ascending');
  });

  it('says so where amounts that are rounded do not add up', async () => {
    const rows = [aReportRow({ amount: '0.01' }), aReportRow({ key: 4, amount: '0.01' })];
    const total = { ...aReport().total, amount: '0.01' };
    await renderPage(server({ rows, total }));
    expect(screen.getByText(/rounded by itself/)).toBeTruthy();
  });

  it('shows a hundred rows, and all of them when asked or printed', async () => {
    const rows = Array.from({ length: 120 }, (_, key) => aReportRow({ key: key + 1 }));
    await renderPage(server({ rows }));
    const count = () => within(screen.getByRole('table')).getAllByRole('link').length;
    expect(count()).toBe(100);
    await press('Show all 120 rows');
    expect(count()).toBe(120);
    await press('Task');
    expect(count()).toBe(100);
    fireEvent(window, new Event('beforeprint'));
    await settle();
    expect(count()).toBe(120);
  });

  it('teaches where nothing was tracked, and offers to clear filters where they hide it', async () => {
    await renderPage(server({ rows: [] }));
    expect(screen.getByText('Nothing tracked in these days')).toBeTruthy();
    await press('Look at the days before');
    expect(address()).toBe('/?range=last-week');
    await TestBed.inject(Router)
      .navigateByUrl('/?billable=false&project_id=3&via=project')
      .catch(() => false);
    await settle();
    expect(screen.getByText('No time fits these filters')).toBeTruthy();
    await press('Clear filters');
    expect(address()).toBe('/');
  });

  it('does not fade the error where there was no report before', async () => {
    const api = server({}, { [REPORT]: refuse(503, 'overloaded', 'Too busy at the moment') });
    const { container } = await renderPage(api);

    expect(screen.getByText('The report could not be loaded')).toBeTruthy();
    expect(container.querySelector('.outdated')).toBeNull();
  });

  it('keeps what is on screen when the next answer fails, and tries again', async () => {
    const api = server();
    await renderPage(api);
    const answer = api.answers[REPORT] as Answer;
    api.answers[REPORT] = refuse(503, 'overloaded', 'Too busy at the moment');
    await press('Person');
    expect(screen.getByText('The report could not be loaded')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Apollo' })).toBeTruthy();
    api.answers[REPORT] = answer;
    await press('Retry');
    expect(screen.queryByText('The report could not be loaded')).toBeNull();
  });
});

describe('the way down', () => {
  it('leads from client to project to task, and each step back up again', async () => {
    const api = server({ narrowed_to: { client: 'Acme GmbH', project: 'Apollo' } });
    await renderPage(api, '/?group=client&sort=label');
    await follow('Apollo');
    expect(asked(api)).toMatchObject({ group_by: 'project', client_id: '3' });
    await follow('Apollo');
    expect(asked(api)).toMatchObject({ group_by: 'task', client_id: '3', project_id: '3' });
    expect(asked(api)).not.toHaveProperty('sort');

    const crumbs = within(screen.getByRole('navigation', { name: 'Narrowed down' }));
    expect(crumbs.getAllByRole('listitem').map((one) => one.textContent.trim())).toEqual([
      ...['All clients', 'Acme GmbH', 'Apollo'],
    ]);
    await follow('Acme GmbH');
    expect(address()).toBe('/?group=project&client_id=3&via=client');
    await follow('All clients');
    expect(address()).toBe('/?group=client');
    expect(screen.queryByRole('navigation', { name: 'Narrowed down' })).toBeNull();
  });

  it('leads from a month and a week to their days within the report, and from a day to its projects', async () => {
    const label = { detail: null, color: null };
    const api = server({
      start_date: '2026-11-10',
      end_date: '2026-12-05',
      rows: [aReportRow({ key: '2026-11-30', label: '2026-11-30', ...label })],
    });
    await renderPage(api, '/?from=2026-11-10&to=2026-12-05&group=week');
    fireEvent.click(within(screen.getByRole('table')).getByRole('link'));
    await settle();
    expect(asked(api)).toEqual({
      group_by: 'day',
      start_date: '2026-11-30',
      end_date: '2026-12-05',
    });
    await follow('Mon 30 Nov 2026');
    expect(asked(api)).toEqual({
      group_by: 'project',
      start_date: '2026-11-30',
      end_date: '2026-11-30',
    });
  });

  it('ends where time was on no task', async () => {
    await renderPage(server({ rows: [aReportRow({ key: null, label: '' })] }), '/?group=task');
    expect(screen.getByText('No task')).toBeTruthy();
    expect(within(screen.getByRole('table')).queryByRole('link')).toBeNull();
  });
});

describe('the download', () => {
  async function download(api: FakeApi, item: string) {
    const saved: string[] = [];
    URL.createObjectURL = () => 'blob:report';
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    await renderPage(api, '/?range=last-month&group=person&sort=label&billable=true');
    await press('Download');
    fireEvent.click(screen.getByRole('menuitem', { name: item }));
    await settle();
    return saved;
  }

  it.each([
    ['This report (CSV)', 'time.csv'],
    ['Single entries (CSV)', 'entries.csv'],
  ])('%s is the file of what is on screen', async (item, file) => {
    const api = server({}, { [`GET /api/reports/${file}`]: () => new Blob(['project,hours']) });
    expect(await download(api, item)).toEqual([file]);
    expect(api.sent.find(({ route }) => route === `GET /api/reports/${file}`)?.params).toEqual({
      group_by: 'person',
      start_date: '2026-10-01',
      end_date: '2026-10-31',
      billable: 'true',
      sort: 'label',
    });
  });
});

import type { Page } from '@playwright/test';
import type { ClientView, InvoiceView, ProjectView } from '@tidemark/contracts';
import type { Api } from './support/api';
import type { Person } from './support/people';
import { unique } from './support/people';
import { expectPage } from './support/screen';
import { expect, type Team, test } from './support/test';

// A whole team of long names, on every page.
test.slow();

/** As long as names may be, without a place to break. */
const long = (name: string) => {
  const end = unique('').trim();
  return `${name}${'wunderbar'.repeat(9)}`.slice(0, 80 - end.length) + end;
};

async function longNames(office: Api, team: Team) {
  const ana = await team.hire('Ana', 'admin');
  await office.patch(`users/${ana.id}`, { display_name: long('Ana') });
  const client = await office.post<ClientView>('clients', {
    ...{ name: long('Client'), email: `${'wide'.repeat(12)}@example.com`, note: long('Note') },
  });
  const project = await office.post<ProjectView>('projects', {
    ...{ name: long('Project'), client_id: client.id, description: long('Text') },
    ...{ hourly_rate: '99999.99', budget_hours: 99_999 },
  });
  await office.post(`projects/${project.id}/members`, { user_id: ana.id, role: 'lead' });
  const task = await office.post<{ id: number }>('tasks', {
    ...{ name: long('Task'), project_id: project.id, assigned_to: ana.id, priority: 'urgent' },
    ...{ due_date: '2026-01-15', estimate_hours: 9999 },
  });
  await spend(ana, project.id, task.id);
  const invoice = await office.post<InvoiceView>('invoices', {
    ...{ client_id: client.id, currency: 'CHF', tax_rate: '19', notes: long('Thanks') },
    ...{ issue_date: '2026-01-02', due_date: '2026-01-16' },
    lines: [{ description: long('Line'), quantity: '99999.99', unit_price: '9999.99' }],
  });
  return { ana, client, project, task, invoice };
}

async function spend({ api }: Person, project_id: number, task_id: number): Promise<void> {
  const now = Date.now();
  const [started_at, ended_at] = [120, 60].map((ago) => new Date(now - ago * 60_000));
  const work = { project_id, task_id, note: long('Work') };
  await api.post('time-entries', { ...work, started_at, ended_at, billable: false });
  await api.post('time-entry-templates', { ...work, name: long('Template') });
  await api.post(`tasks/${task_id}/comments`, { body: long('Comment') });
}

/** Everything is within the width of the window: a page is read downwards alone. */
async function expectNarrow(page: Page): Promise<void> {
  await expect(page.locator('tm-skeleton')).toHaveCount(0);
  const sizes = () => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { page: scrollWidth, window: clientWidth };
  };
  const { window } = await page.evaluate(sizes);
  await expect.poll(() => page.evaluate(sizes)).toEqual({ page: window, window });
}

test('nothing is pushed out of the window, whatever things are called', async ({
  office,
  team,
}) => {
  const { ana, client, project, task, invoice } = await longNames(office, team);
  const page = await ana.open();
  for (const [path, heading] of [
    ['/', 'Today'],
    ['/activity', 'Activity'],
    [`/tasks?project_id=${project.id}`, 'Tasks'],
    [`/tasks/${task.id}`, /^Task/],
    ['/time', 'Time'],
    ['/templates', 'Templates'],
    [`/projects?q=${project.name}`, 'Projects'],
    [`/projects/${project.id}`, project.name],
    [`/projects/${project.id}?tab=members`, project.name],
    [`/projects/${project.id}?tab=tasks`, project.name],
    [`/projects/${project.id}?tab=time`, project.name],
    [`/reports?project_id=${project.id}`, 'Reports'],
    [`/clients?q=${client.name}`, 'Clients'],
    [`/clients/${client.id}`, client.name],
    [`/invoices?q=${client.name}`, 'Invoices'],
    [`/invoices/${invoice.id}`, `Invoice ${invoice.number}`],
    [`/invoices/${invoice.id}/edit`, `Edit invoice ${invoice.number}`],
    [`/people?q=${ana.username}`, 'People'],
    [`/people/${ana.id}`, /^Ana/],
  ] as const) {
    await test.step(path, async () => {
      await page.goto(path);
      await expectPage(page, heading);
      await expectNarrow(page);
    });
  }
});

test('with letters of twice the size every column of a list can be reached', async ({
  office,
  team,
  isMobile,
}) => {
  const { ana, project } = await longNames(office, team);
  const page = await ana.open(`/projects?q=${project.name}`);
  await expectPage(page, 'Projects');
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await expectNarrow(page);
  const last = page.getByRole('button', { name: `More for ${project.name}` });
  await last.focus();
  await expect(last).toBeInViewport({ ratio: isMobile ? 0.9 : 1 });
});

test('a report is a table on paper, with its chart', async ({ office, team }) => {
  const { ana, project } = await longNames(office, team);
  const page = await ana.open(`/reports?project_id=${project.id}`);
  const chart = page.getByRole('img', { name: /Bar chart/ }).locator('svg');
  await expect(chart).toBeVisible();
  // As browsers do it: first they tell, then they look.
  await page.evaluate(() => void window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 718, height: 1000 });
  expect(await chart.evaluate((svg) => svg.getBoundingClientRect().width)).toBe(680);
  await expect(page.getByRole('columnheader', { name: 'Hours' })).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expectNarrow(page);
});

test('an invoice is printed without what surrounds it', async ({ office, team }) => {
  const { ana, invoice } = await longNames(office, team);
  const page = await ana.open(`/invoices/${invoice.id}`);
  const heading = page.getByRole('heading', { level: 1, name: `Invoice ${invoice.number}` });
  await expect(heading).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Billed to')).toBeInViewport();
  for (const operated of [heading, page.getByRole('tab'), page.getByRole('button')])
    await expect(operated.filter({ visible: true })).toHaveCount(0);
  await expect(page.getByText('Not sent yet')).toBeHidden();
});

import type { Page } from '@playwright/test';
import type { ActivityPage, InvitedUser, InvoiceView, ProjectView } from '@tidemark/contracts';
import { expectAccessible } from './support/accessibility';
import { unique } from './support/people';
import { expectPage, feedOf, openDialog } from './support/screen';
import { expect, type Team, test } from './support/test';

// Every rule on every page in both themes takes its time.
test.slow();

/**
 * A project in which something is going on: tasks of all kinds, time, a running timer, a long name. Who leads it sees
 * that alone, and not what other specs do at the same time.
 */
async function busyProject(team: Team) {
  const ana = await team.hire('Ana Pereira');
  const ben = await team.hire('Ben Kaya');
  const project = await team.project('Apollo, the one with the name that does not fit anywhere', [
    [ana, 'lead'],
    [ben, 'member'],
  ]);
  const overdue = { due_date: '2026-01-15', assigned_to: ben.id, estimate_hours: 1 };
  const task = await team.task(project, 'Overdue', { ...overdue, priority: 'urgent' });
  await team.task(project, 'In review', { status: 'review', priority: 'low' });
  await ana.api.patch(`tasks/${task.id}`, { status: 'in_progress' });
  await trackTime(ana.api, project, task.id);
  await ben.api.post('timers/start', { project_id: project.id, note: 'Elsewhere' });
  return { ana, ben, project };
}

async function trackTime(
  api: { post(path: string, body: object): Promise<unknown> },
  { id }: ProjectView,
  task_id: number,
): Promise<void> {
  const now = Date.now();
  const at = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
  const entry = { project_id: id, task_id, started_at: at(190), ended_at: at(50) };
  await api.post('time-entries', { ...entry, note: 'Looking into it', billable: false });
  await api.post('timers/start', { project_id: id, note: 'Fix the login' });
}

/** Shown, and nothing is on its way any more. */
async function visit(page: Page, path: string, heading: string | RegExp): Promise<void> {
  await page.goto(path);
  await expectPage(page, heading);
  await expect(page.locator('tm-skeleton')).toHaveCount(0);
}

test('the ways in can be used by everybody', async ({ page, office }) => {
  const username = unique('dora').replace(' ', '.');
  const { invitation } = await office.post<InvitedUser>('users', {
    ...{ display_name: username, username, email: `${username}@example.com`, role: 'member' },
  });
  await visit(page, '/sign-in', 'Sign in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expectAccessible(page, 'sign-in with its messages');
  await visit(page, invitation.path, 'Welcome to Tidemark');
  await page.getByLabel('New password').fill('almost');
  await expectAccessible(page, 'invitation with the meter');
  await visit(page, '/setup', 'Already set up');
  await expectAccessible(page, 'setup');
});

test('today can be used by everybody', async ({ team }) => {
  const { ana } = await busyProject(team);
  const page = await ana.open();
  await expect(page.getByRole('region', { name: 'Running timer' })).toBeVisible();
  await expect(page.getByText('Team now')).toBeVisible();
  await expect(feedOf(page).getByRole('article').nth(9)).toBeVisible();
  await feedOf(page).getByRole('button', { name: 'Details' }).first().click();
  await expectAccessible(page, 'today');

  await page.getByRole('button', { name: 'Filter: All activity' }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Tasks' })).toBeVisible();
  await expectAccessible(page, 'an open menu', { floats: true });
});

test('the pages of a project can be used by everybody', async ({ team }) => {
  const { ana, project } = await busyProject(team);
  const page = await ana.open();
  for (const tab of ['overview', 'tasks', 'members', 'time', 'activity']) {
    await visit(page, `/projects/${project.id}?tab=${tab}`, project.name);
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    await expectAccessible(page, `project, ${tab}`);
  }
});

test('activities and histories can be used by everybody', async ({ team }) => {
  const { ana, project } = await busyProject(team);
  const page = await ana.open();
  const { activities } = await ana.api.get<ActivityPage>(
    `activities?project_id=${project.id}&entity_type=task,time_entry`,
  );
  const [changed] = activities.filter(({ changes }) => changes.length > 0);
  const thing = (type: string) => activities.find(({ entity_type }) => entity_type === type);
  const { client_id } = project;

  await visit(page, `/activity/${changed?.id}`, new RegExp(changed?.entity_name ?? '^$'));
  await page.getByText('JSON', { exact: true }).click();
  await expectAccessible(page, 'an activity');
  await visit(page, '/activity/2147483647', 'Activity not found');
  await expectAccessible(page, 'no activity');
  await visit(page, '/activity/recorded', 'What is recorded');
  await expectAccessible(page, 'what is recorded');
  for (const [path, name] of [
    [`/tasks/${thing('task')?.entity_id}`, thing('task')?.entity_name ?? ''],
    [`/time/${thing('time_entry')?.entity_id}`, thing('time_entry')?.entity_name ?? ''],
    [`/clients/${client_id}`, project.client_name],
  ] as const) {
    await visit(page, path, name);
    await expectAccessible(page, path);
    await visit(page, `${path}?tab=activity`, name);
    await expectAccessible(page, `${path}, its history`);
  }
});

test('the pages of work can be used by everybody', async ({ team }) => {
  const { ana } = await busyProject(team);
  const page = await ana.open();
  for (const name of ['Activity', 'Tasks', 'Time', 'Projects', 'Reports']) {
    await visit(page, `/${name.toLowerCase()}`, name);
    await expectAccessible(page, name);
  }
  await expect(page.getByRole('img', { name: /Bar chart of hours/ })).toBeVisible();
  await page.getByRole('button', { name: /This week/ }).click();
  await expectAccessible(page, 'the days of a report', { floats: true });
  await visit(page, '/time/import', 'Import time');
  await expectAccessible(page, 'Import time');
});

test('the pages of invoices can be used by everybody', async ({ team }) => {
  const ana = await team.hire('Ana Pereira', 'admin');
  const { client_name, client_id } = await team.project('Apollo');
  const line = { description: 'Design', quantity: '2', unit_price: '85' };
  const terms = { client_id, currency: 'EUR', tax_rate: '19', issue_date: '2026-01-02' };
  const invoice = await ana.api.post<InvoiceView>('invoices', {
    ...{ ...terms, due_date: '2026-01-16', notes: 'Thank you', lines: [line] },
  });
  await ana.api.post(`invoices/${invoice.id}/send`, { to: 'office@acme.example' });
  const pay = { amount: '10', method: 'cash' };
  const { payments } = await ana.api.post<InvoiceView>(`invoices/${invoice.id}/payments`, pay);
  const mistaken = `invoices/${invoice.id}/payments/${payments[0]?.id}/reverse`;
  await ana.api.post(mistaken, { reason: 'Of another client' });
  await ana.api.post(`invoices/${invoice.id}/payments`, pay);
  const page = await ana.open();
  for (const [path, name] of [
    [`/invoices?q=${client_name}`, 'Invoices'],
    [`/invoices/${invoice.id}`, `Invoice ${invoice.number}`],
    [`/invoices/${invoice.id}?tab=activity`, `Invoice ${invoice.number}`],
    ['/mailbox', 'Mailbox'],
  ] as const) {
    await visit(page, path, name);
    await expectAccessible(page, path);
  }
  await page.getByRole('link', { name: invoice.number }).first().click();
  await expect(page.getByRole('heading', { name: invoice.number })).toBeVisible();
  await expectAccessible(page, 'a mail');

  await visit(page, `/invoices/new?client_id=${client_id}`, 'New invoice');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText('Enter a value').first()).toBeVisible();
  await expectAccessible(page, 'a new invoice with its messages');
  await page.getByRole('button', { name: 'Add tracked time' }).click();
  await expect(page.getByText('No unbilled time')).toBeVisible();
  await expectAccessible(page, 'the dialog of tracked time');
});

test('templates, comments and saved views can be used by everybody', async ({ team, isMobile }) => {
  const { ana, project } = await busyProject(team);
  const template = { project_id: project.id, note: 'Every morning' };
  await ana.api.post('time-entry-templates', { ...template, name: 'Stand-up' });
  await ana.api.post(`projects/${project.id}/comments`, {
    body: `**Ask** @${ana.username}: \`x\``,
  });
  const page = await ana.open();
  await visit(page, '/templates', 'Templates');
  await expectAccessible(page, 'templates');
  await openDialog(page, 'New template');
  await expectAccessible(page, 'a new template');

  await visit(page, `/projects/${project.id}`, project.name);
  await page.getByRole('textbox', { name: 'Comment on this project' }).fill('@ben');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expectAccessible(page, 'comments, and people to mention');

  await visit(page, '/activity?entity_type=task', 'Activity');
  await page.getByRole('button', { name: isMobile ? /^Filters/ : /^Project$/ }).click();
  await page.getByRole('combobox', { name: 'Project' }).click();
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectAccessible(page, 'a filter that is searched');
  await page.keyboard.press('Escape');
  if (isMobile) await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expectAccessible(page, 'a view to be saved, with its messages');
});

test('the pages of the office, dialogs and the profile can be used by everybody', async ({
  team,
  isMobile,
}) => {
  const ana = await team.hire('Ana Pereira', 'admin');
  const { client_name } = await team.project('Apollo');
  const page = await ana.open();
  for (const [path, name] of [
    [`/clients?q=${client_name}`, 'Clients'],
    ['/people?q=ana', 'People'],
    ['/settings', 'Settings'],
    ['/profile', 'Profile'],
  ] as const) {
    await visit(page, path, name);
    await expectAccessible(page, name);
  }
  for (const tab of ['details', 'activity', 'account']) {
    await visit(page, `/people/${ana.id}?tab=${tab}`, ana.display_name);
    await expectAccessible(page, `a person, ${tab}`);
  }
  await visit(page, '/tasks', 'Tasks');
  await page.getByRole('button', { name: 'New task' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create task' }).click();
  await expectAccessible(page, 'a dialog with its messages');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await visit(page, '/no-such-page', 'Page not found');
  await expectAccessible(page, 'the missing page');
  if (!isMobile) return;
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expectAccessible(page, 'the sheet of the bar');
});

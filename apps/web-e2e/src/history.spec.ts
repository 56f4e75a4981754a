import type { Page } from '@playwright/test';
import type { ActivityPage, TimeEntryView } from '@tidemark/contracts';
import { unique, zoneAtNoon } from './support/people';
import { activity, expectPage, feedOf } from './support/screen';
import { expect, test } from './support/test';

/** The newest activity that the query finds. */
async function newest(api: { get<T>(path: string): Promise<T> }, query: string) {
  const { activities } = await api.get<ActivityPage>(`activities?limit=1&${query}`);
  const [first] = activities;
  if (!first) throw new Error(`Nothing for ${query}`);
  return first;
}

/** One click in the row, and the history is there. */
async function expectHistory(page: Page, list: string, name: string, sentence: RegExp | string) {
  await page.goto(list);
  await page.getByRole('link', { name: `Activity of ${name}`, exact: true }).click();
  await expect(page).toHaveURL(/\?tab=activity$/);
  await expectPage(page, name);
  await expect(activity(page, sentence).first()).toBeVisible();
}

test('from the row of each thing to its history in one click', async ({ team }) => {
  const ana = await team.hire('Ana Pereira', 'admin', zoneAtNoon());
  const ben = await team.hire('Ben Kaya');
  const project = await team.project('Apollo', [[ben, 'member']]);
  const task = await team.task(project, 'Rate limits');
  const note = unique('Reading up');
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const entry = { project_id: project.id, note, started_at: ago(20), ended_at: ago(10) };
  await ana.api.post<TimeEntryView>('time-entries', entry);
  const page = await ana.open();
  const q = (name: string) => `q=${encodeURIComponent(name)}`;

  await expectHistory(page, `/tasks?${q(task.name)}`, task.name, 'created task');
  await expectHistory(page, '/time', note, 'created time entry');
  await expectHistory(page, `/projects?${q(project.name)}`, project.name, 'created project');
  await expectHistory(
    page,
    `/clients?${q(project.client_name)}`,
    project.client_name,
    'new client',
  );
  await expectHistory(page, `/people?${q(ben.username)}`, ben.display_name, 'changed password');

  await page.getByRole('tab', { name: 'Account' }).click();
  await expect(activity(page, 'created user')).toBeVisible();
});

test('the link to an activity opens for a colleague, and is nothing to those who may not see it', async ({
  team,
}) => {
  const ana = await team.hire('Ana Pereira');
  const ben = await team.hire('Ben Kaya');
  const cleo = await team.hire('Cleo Marchetti');
  const project = await team.project('Apollo', [
    [ana, 'lead'],
    [ben, 'member'],
  ]);
  const task = await team.task(project, 'Rate limits');
  await ana.api.patch(`tasks/${task.id}`, { status: 'review', priority: 'urgent' });
  const page = await ana.open(`/tasks/${task.id}?tab=activity`);

  await activity(page, 'updated task').getByRole('link', { name: 'now' }).click();
  await expectPage(page, `${ana.display_name} updated task ${task.name}`);
  await expect(page.getByRole('row', { name: /Priority/ })).toContainText('Medium');
  await expect(page.getByRole('row', { name: /Priority/ })).toContainText('Urgent');
  await expect(page.getByText('Address', { exact: true })).toHaveCount(0);

  const { pathname } = new URL(page.url());
  await expectPage(await ben.open(pathname), `${ana.display_name} updated task ${task.name}`);
  const hidden = await cleo.open(pathname);
  await expect(hidden.getByText('There is no such activity, or you may not see it')).toBeVisible();
  await expect(hidden.getByText(task.name)).toHaveCount(0);
});

test('one goes through a filtered feed from activity to activity, by hand and by keys', async ({
  team,
  isMobile,
}) => {
  const ana = await team.hire('Ana Pereira');
  const ben = await team.hire('Ben Kaya');
  const project = await team.project('Apollo', [
    [ana, 'lead'],
    [ben, 'member'],
  ]);
  // By turns: what one person does alike in a row collapses into one line.
  for (const [person, name] of [
    [ana, 'First'],
    [ben, 'Second'],
    [ana, 'Third'],
  ] as const) {
    const task = await team.task(project, name);
    await person.api.patch(`tasks/${task.id}`, { status: 'done' });
  }
  const page = await ana.open(`/activity?action=completed&project_id=${project.id}`);
  await activity(page, 'Second').getByRole('link', { name: 'now' }).click();
  await expectPage(page, /completed task Second/);

  await page.getByRole('link', { name: 'Newer' }).click();
  await expectPage(page, /completed task Third/);
  await expect(page.getByRole('link', { name: 'Newer' })).toHaveCount(0);
  if (!isMobile) {
    await page.keyboard.press('j');
    await expectPage(page, /completed task Second/);
    await page.keyboard.press('j');
    await expectPage(page, /completed task First/);
  }
  await page.getByRole('link', { name: 'Filtered activity' }).click();
  await expect(page).toHaveURL(new RegExp(`action=completed&project_id=${project.id}$`));
  await expect(feedOf(page).getByRole('article')).toHaveCount(3);
});

test('the history of a task outlives the task', async ({ team }) => {
  const ana = await team.hire('Ana Pereira');
  const project = await team.project('Apollo', [[ana, 'lead']]);
  const task = await team.task(project, 'Rate limits');
  const page = await ana.open(`/tasks/${task.id}`);

  await page.getByRole('button', { name: `Delete ${task.name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expectPage(page, task.name);
  await expect(page.getByText('Deleted', { exact: true })).toBeVisible();
  await expect(activity(page, 'deleted task')).toBeVisible();
  await expect(activity(page, 'created task')).toBeVisible();
});

test('an activity about a comment leads to the comments', async ({ team }) => {
  const ana = await team.hire('Ana Pereira');
  const project = await team.project('Apollo', [[ana, 'lead']]);
  const task = await team.task(project, 'Rate limits');
  await ana.api.post(`tasks/${task.id}/comments`, { body: 'Ten a minute will do' });
  const { id } = await newest(ana.api, 'entity_type=comment');
  const page = await ana.open(`/activity/${id}`);

  await page.getByRole('heading', { level: 1 }).getByRole('link', { name: task.name }).click();
  await expect(page).toHaveURL(new RegExp(`/tasks/${task.id}#comments$`));
  await expect(page.getByText('Ten a minute will do')).toBeInViewport();
});

test('what is recorded leads to the last time it happened', async ({ team }) => {
  const ana = await team.hire('Ana Pereira');
  const project = await team.project('Apollo', [[ana, 'lead']]);
  await ana.api.patch(`projects/${project.id}`, { budget_hours: 40 });
  const page = await ana.open('/activity');

  await page.getByRole('link', { name: 'What is recorded' }).click();
  await page.getByRole('searchbox').fill('updated project');
  const row = page.getByRole('listitem').filter({ hasText: 'Updated project "name"' });
  await row.getByRole('link', { name: 'now' }).click();
  await expectPage(page, `${ana.display_name} updated project ${project.name}`);
});

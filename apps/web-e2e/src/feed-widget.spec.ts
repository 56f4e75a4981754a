import type { Page, Route } from '@playwright/test';
import type { ActivityPage, ActivityView, TaskView } from '@tidemark/contracts';
import { unique } from './support/people';
import { activity, feedOf, scrollFeed } from './support/screen';
import { expect, test } from './support/test';

const A_PAGE_BELOW = /\/api\/activities\?.*before=/;

/** The rows on screen are these, in this order. */
async function expectRows(page: Page, rows: ActivityView[]): Promise<void> {
  await expect(feedOf(page).getByRole('article')).toHaveCount(rows.length);
  await expect(feedOf(page).getByRole('article')).toContainText(
    rows.map(({ display_name, entity_name }) => new RegExp(`${display_name}.*${entity_name}`, 's')),
  );
}

/** The next answer waits until the returned function is called. */
async function holdBack(page: Page, url: RegExp): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const wait = async (route: Route) => {
    await released;
    await route.continue();
  };
  await page.route(url, wait, { times: 1 });
  return () => release();
}

test('the widget shows the last ten, and loads exactly what is missing', async ({ team }) => {
  const mia = await team.hire('Mia Fontaine');
  const hermes = await team.project('Hermes', [[mia, 'member']]);
  await team.history(hermes, 26);
  const path = `activities?limit=100&project_id=${hermes.id}`;
  const { activities } = await mia.api.get<ActivityPage>(path);
  const page = await mia.open();
  await expectRows(page, activities.slice(0, 10));

  await test.step('a page that did not come keeps what is there and offers to try again', async () => {
    await page.route(A_PAGE_BELOW, (route) => route.abort());
    // Not by the mouse: that would scroll to it first, which loads as well.
    await page.getByRole('button', { name: 'Load more' }).dispatchEvent('click');
    await expect(page.getByText('Could not load older activity')).toBeVisible();
    await expectRows(page, activities.slice(0, 10));
    await page.unroute(A_PAGE_BELOW);
  });

  await test.step('the next try brings that very page', async () => {
    await page.getByRole('button', { name: 'Retry' }).click();
    await expectRows(page, activities.slice(0, 20));
  });

  await test.step('the end of the list brings the rest, and nothing moves', async () => {
    const last = feedOf(page).getByRole('article').nth(19);
    const arrive = await holdBack(page, A_PAGE_BELOW);
    await last.scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: /Load more|Loading/ }).scrollIntoViewIfNeeded();
    const before = await last.boundingBox();
    arrive();
    await expect(page.getByRole('button', { name: 'That is everything' })).toBeAttached();
    expect(await last.boundingBox()).toEqual(before);
  });

  await test.step('a refresh takes nothing away', async () => {
    const task = await team.task(hermes, 'Fresh from the press');
    await scrollFeed(page, 0);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(activity(page, task.name)).toBeInViewport();
    await expect(feedOf(page).getByRole('article')).toHaveCount(31);
  });
});

test('the filter of the widget says what is on, and a filter without a match how to get out', async ({
  team,
}) => {
  const noa = await team.hire('Noa Brandt');
  const project = await team.project('Atlas', [[noa, 'member']]);
  const task = await team.task(project, 'Draw the map');
  const page = await noa.open();
  const chosen = (name: string) => page.getByRole('menuitemradio', { name, checked: true });
  await expect(activity(page, `created project ${project.name}`)).toBeVisible();

  await page.getByRole('button', { name: 'Filter: All activity' }).click();
  await expect(chosen('All activity').locator('tm-icon[class*=check]')).toBeVisible();
  await expect(page.getByRole('menuitemradio', { name: 'People' })).toHaveCount(0);
  await page.getByRole('menuitemradio', { name: 'Tasks' }).click();
  await expect(activity(page, `created project ${project.name}`)).toBeHidden();
  await expect(activity(page, task.name)).toBeVisible();

  const button = page.getByRole('button', { name: 'Filter: Tasks' });
  await expect(button).toHaveClass(/\bon\b/);
  await button.click();
  await expect(chosen('Tasks').locator('tm-icon[class*=check]')).toBeVisible();
  await page.getByRole('menuitemradio', { name: 'Clients' }).click();

  await expect(page.getByText('Nothing matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(activity(page, `created project ${project.name}`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Filter: All activity' })).toBeVisible();
});

test('names are text, whatever somebody puts into them', { tag: '@once' }, async ({ team }) => {
  const hostile = unique(
    '<img src=x onerror="document.title=\'taken over\'"><b>bold</b> {{ 7 * 7 }}',
  );
  const eve = await team.hire('Eve Moreau');
  await eve.api.patch('me', { display_name: hostile });
  const project = await team.project('"><script>alert(1)</script>', [[eve, 'member']]);
  const { id, name } = await eve.api.post<TaskView>('tasks', {
    name: hostile,
    project_id: project.id,
  });
  await eve.api.patch(`tasks/${id}`, { description: hostile });
  const page = await eve.open();

  await expect(
    activity(page, `${hostile} created task ${name} in project ${project.name}`),
  ).toBeVisible();
  for (const path of ['/tasks', '/projects', `/projects/${project.id}?tab=members`, '/profile']) {
    await page.goto(path);
    await expect(page.getByText(path === '/projects' ? project.name : name).first()).toBeAttached();
  }
  await expect(page).toHaveTitle('Profile – Tidemark');
  await expect(page.locator('img')).toHaveCount(0);
});

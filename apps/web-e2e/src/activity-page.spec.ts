import type { Page } from '@playwright/test';
import { zoneAtNoon } from './support/people';
import { activity, expectPage, feedOf } from './support/screen';
import { expect, test } from './support/test';

const params = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** Filters by one kind of thing: with the chip on a desk, in the sheet on a phone. */
async function filterByType(page: Page, type: string, isMobile: boolean): Promise<void> {
  if (isMobile) {
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('checkbox', { name: type, exact: true }).check();
    await page.getByRole('button', { name: 'Show activity' }).click();
  } else {
    await page.getByRole('button', { name: 'Type', exact: true }).click();
    await page.getByRole('option', { name: type }).click();
    await page.keyboard.press('Escape');
  }
}

/** Shows what happened between two days. */
async function filterByDays(
  page: Page,
  from: string,
  to: string,
  isMobile: boolean,
): Promise<void> {
  await page.getByRole('button', { name: isMobile ? 'Filters' : 'When', exact: true }).click();
  if (isMobile) await page.getByLabel('When').selectOption('Between two days');
  await page.getByRole('textbox', { name: 'From', exact: true }).fill(from);
  await page.getByRole('textbox', { name: 'To', exact: true }).fill(to);
  await page.getByRole('button', { name: isMobile ? 'Show activity' : 'Apply' }).click();
}

test('filters live in the address, and Back brings them and the loaded pages back', async ({
  team,
  isMobile,
}) => {
  const lea = await team.hire('Lea Novak');
  const project = await team.project('Meridian', [[lea, 'member']]);
  await team.history(project, 58);
  await lea.api.post('timers/start', { project_id: project.id });
  const page = await lea.open('/activity');
  const rows = feedOf(page).getByRole('article');
  await expect(activity(page, 'started timer')).toBeVisible();

  await filterByType(page, 'Tasks', isMobile);
  await expect(page).toHaveURL(/\?entity_type=task$/);
  await expect(activity(page, 'started timer')).toHaveCount(0);
  await page.getByRole('button', { name: 'Load more' }).dispatchEvent('click');
  await expect(rows).toHaveCount(58);

  await rows.nth(1).getByRole('link', { name: /^Step/ }).click();
  await expectPage(page, /^Step/);
  await page.goBack();
  await expectPage(page, 'Activity');
  expect(params(page)).toEqual({ entity_type: 'task' });
  await expect(rows).toHaveCount(58);

  await page.goBack();
  await expect(page).toHaveURL(/\/activity$/);
  await expect(activity(page, 'started timer')).toBeVisible();
});

test('one project among many is found by typing a part of its name', async ({ team, isMobile }) => {
  const lea = await team.hire('Lea Novak');
  const project = await team.project('Lighthouse', [[lea, 'member']]);
  const other = await team.project('Breakwater', [[lea, 'member']]);
  await team.history(project, 2);
  await team.history(other, 2);
  const page = await lea.open('/activity');
  await expect(activity(page, other.name).first()).toBeVisible();

  const chip = isMobile ? 'Filters' : 'Project';
  await page.getByRole('button', { name: chip, exact: true }).click();
  const box = page.getByRole('combobox', { name: 'Project' });
  await box.fill(project.name);
  await box.press('Enter');
  if (isMobile) await page.getByRole('button', { name: 'Show activity' }).click();
  await expect(activity(page, other.name)).toHaveCount(0);
  await expect(activity(page, project.name).first()).toBeVisible();
  expect(params(page)).toEqual({ project_id: String(project.id) });
});

test('a period narrows the feed, and an empty one says how to get out', async ({
  team,
  isMobile,
}) => {
  const lea = await team.hire('Lea Novak', 'member', zoneAtNoon());
  const page = await lea.open('/activity?range=today');
  const signedIn = activity(page, `${lea.display_name} signed in`);
  await expect(signedIn).toBeVisible();

  await page.goto('/activity');
  await filterByDays(page, '2020-01-01', '2020-01-31', isMobile);
  await expect(page.getByText('Nothing matches')).toBeVisible();
  expect(params(page)).toEqual({ start_date: '2020-01-01', end_date: '2020-01-31' });

  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(signedIn).toBeVisible();
  expect(params(page)).toEqual({});
});

test('only who sees everybody can filter by a person', async ({ team, isMobile }) => {
  const ana = await team.hire('Ana Pereira', 'admin');
  const lea = await team.hire('Lea Novak');
  const page = await ana.open(`/activity?user_id=${lea.id}`);
  await expect(activity(page, `${lea.display_name} signed in`)).toBeVisible();
  await expect(activity(page, ana.display_name)).toHaveCount(0);

  const own = await lea.open('/activity');
  await expect(activity(own, `${lea.display_name} signed in`)).toBeVisible();
  for (const [shown, one] of [
    [true, page],
    [false, own],
  ] as const) {
    if (isMobile) await one.getByRole('button', { name: 'Filters' }).click();
    const person = isMobile
      ? one.getByRole('combobox', { name: /^Person/ })
      : one.getByRole('button', { name: /^Person/ });
    await expect(person).toBeVisible({ visible: shown });
  }
});

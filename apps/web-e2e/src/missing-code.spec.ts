import type { Page } from '@playwright/test';
import { expectPage } from './support/screen';
import { expect, test } from './support/test';

/** The server has a newer product, whose scripts have other names; what is on the page has come already. */
async function updateTheServer(page: Page): Promise<void> {
  const known = new Set(
    await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    ),
  );
  await page.route(/\.js$/, (route) =>
    known.has(new URL(route.request().url()).pathname)
      ? route.continue()
      : route.fulfill({ status: 404 }),
  );
}

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'could not be loaded' });

test('a page whose code is no longer there says so, and is reached by loading anew', async ({
  team,
}) => {
  const ben = await team.hire('Ben Kaya');
  const page = await ben.open();
  await expectPage(page, 'Today');
  await page.waitForLoadState('networkidle');
  await updateTheServer(page);
  await page.getByRole('link', { name: 'Projects', exact: true }).first().click();
  await expect(notice(page)).toContainText('It may have been updated meanwhile');
  await expectPage(page, 'Today');
  await page.unrouteAll();
  await notice(page).getByRole('button', { name: 'Load again' }).click();
  await expectPage(page, 'Projects');
  await expect(notice(page)).toHaveCount(0);
});

test('a part of a page that is missing says so, offline without a button that would lose the page', async ({
  team,
}) => {
  const ben = await team.hire('Ben Kaya');
  const apollo = await team.project('Apollo', [[ben, 'member']]);
  const page = await ben.open();
  await expectPage(page, 'Today');
  await page.waitForLoadState('networkidle');
  await ben.context.setOffline(true);
  const form = page.getByRole('form', { name: 'Start a timer' });
  await form.getByRole('combobox', { name: 'Project' }).focus();
  await expect(notice(page)).toContainText('when you are back online');
  await expect(notice(page).getByRole('button')).toHaveCount(1);

  await ben.context.setOffline(false);
  await notice(page).getByRole('button', { name: 'Load again' }).click();
  await form.getByRole('combobox', { name: 'Project' }).fill(apollo.name);
  await expect(page.getByRole('option', { name: apollo.name })).toBeVisible();
});

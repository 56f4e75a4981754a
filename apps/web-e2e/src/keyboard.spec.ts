import { activity, expectPage, feedOf } from './support/screen';
import { expect, test } from './support/test';
import type { JSHandle, Page } from '@playwright/test';

/** The times at which a change of the page left the keys to nobody: a letter typed then is lost. */
function focusLostIn(page: Page): Promise<JSHandle<number[]>> {
  return page.evaluateHandle(() => {
    const times: number[] = [];
    new MutationObserver(() => {
      if (document.activeElement === document.body) times.push(performance.now());
    }).observe(document.body, { childList: true, subtree: true });
    return times;
  });
}

test('the dashboard can be used without a mouse', { tag: '@once' }, async ({ team }) => {
  const ben = await team.hire('Ben Kaya');
  const project = await team.project('Apollo', [[ben, 'member']]);
  await team.history(project, 4);
  const page = await ben.open();
  const { keyboard } = page;
  const focused = page.locator(':focus');
  await expect(activity(page, `created project ${project.name}`)).toBeVisible();

  await test.step('the first key leads past the navigation', async () => {
    await keyboard.press('Tab');
    await expect(focused).toHaveText('Skip to content');
    await keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('t leads into the timer, and no key acts while somebody types', async () => {
    await keyboard.type('ttjkf? at night');
    await expect(page.getByLabel('What are you working on?')).toBeFocused();
    await expect(page.getByLabel('What are you working on?')).toHaveValue('tjkf? at night');
    const nobody = await focusLostIn(page);
    await keyboard.press('Tab');
    await keyboard.type('Apollo');
    await expect(page.getByRole('option', { name: project.name })).toBeVisible();
    expect(await nobody.evaluate((times) => times.length)).toBe(0);
    await keyboard.press('Enter');
    await expect(page.getByRole('option')).toHaveCount(0);
    await keyboard.press('Enter');
    await expect(page.getByRole('timer')).toBeVisible();
  });

  await test.step('t stops it', async () => {
    await page.locator('main').focus();
    await keyboard.press('t');
    await expect(page.getByRole('form', { name: 'Start a timer' })).toBeVisible();
    await expect(activity(page, 'stopped timer')).toBeVisible();
  });

  await test.step('j, k and the page keys walk through the feed, Enter opens', async () => {
    const rows = feedOf(page).getByRole('article');
    await keyboard.press('j');
    await expect(rows.nth(0)).toBeFocused();
    await keyboard.press('j');
    await keyboard.press('PageDown');
    await expect(rows.nth(2)).toBeFocused();
    await keyboard.press('k');
    await expect(rows.nth(1)).toBeFocused();
    await keyboard.press('Control+Home');
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeFocused();
  });

  await test.step('f filters, Escape leaves', async () => {
    await keyboard.press('f');
    await expect(page.getByRole('menuitemradio', { name: 'All activity' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Filter: All activity' })).toBeFocused();
  });

  await test.step('? says what there is, and / searches', async () => {
    await keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
      'Next activity',
    );
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await feedOf(page).getByRole('article').first().focus();
    await keyboard.press('Enter');
    await expectPage(page, 'tjkf? at night');
    await page.goto('/activity');
    await expectPage(page, 'Activity');
    await keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
  });
});

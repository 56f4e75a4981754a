import { expect, type Locator, type Page } from '@playwright/test';

/** Where things are on the screen, by what a person calls them. */

/** The widget of the dashboard, or the list of the activity page. */
export function feedOf(page: Page): Locator {
  return page.getByRole('feed');
}

/** The activity whose sentence contains the text. */
export function activity(page: Page, text: string | RegExp): Locator {
  return feedOf(page).getByRole('article').filter({ hasText: text });
}

/** Waits until the page is there, and not its skeleton. */
export async function expectPage(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

/** Picks one thing out of many by typing a part of its name. */
export async function pick(scope: Locator, label: string, name: string): Promise<void> {
  await scope.getByRole('combobox', { name: label }).fill(name);
  await scope.page().getByRole('option', { name }).click();
}

/** Opens a dialog by its button. */
export async function openDialog(page: Page, button: string): Promise<Locator> {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Opens a menu by its button and chooses from it. */
export async function choose(page: Page, button: string | RegExp, item: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.locator('[role^="menuitem"]').filter({ hasText: item }).click();
}

/** The sentence at the bottom of the screen. */
export function toast(page: Page): Locator {
  return page.locator('tm-toast-bar');
}

/** Starts the timer by the form on the dashboard. */
export async function startTimer(page: Page, note: string, project: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Start a timer' });
  await form.getByLabel('What are you working on?').fill(note);
  await pick(form, 'Project', project);
  await form.getByRole('button', { name: 'Start' }).click();
}

/** Scrolls the feed by so much from its beginning: within its card, or with the page on a phone. */
export async function scrollFeed(page: Page, by: number): Promise<void> {
  await feedOf(page).evaluate((feed, distance) => {
    const list = feed.closest('tm-feed-list') ?? feed;
    list.scrollTop = distance;
    if (list.scrollTop === 0) window.scrollBy(0, list.getBoundingClientRect().top + distance);
  }, by);
}

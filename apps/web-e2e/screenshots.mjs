// The README's pictures. Start the demo first, then:
//   npm exec -- node apps/web-e2e/screenshots.mjs http://127.0.0.1:4000 <username> <password>
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumPath } from './chromium.mjs';

const [address, username, password] = process.argv.slice(2);
const FOLDER = new URL('../../docs/', import.meta.url).pathname;

const THEMES = {
  dashboard: ['light', 'dark'],
  reports: ['dark'],
  invoice: ['light'],
  activity: ['light'],
};

/** Each waits for what must be there before the picture is taken. */
const PAGES = {
  dashboard: async (page) => {
    await page.goto('/');
    await page.getByRole('article').nth(3).waitFor();
  },
  reports: async (page) => {
    await page.goto('/reports?range=last-month');
    await page.locator('tm-time-chart svg').waitFor();
  },
  invoice: async (page) => {
    await page.goto('/invoices');
    await page
      .getByRole('row')
      .filter({ hasText: 'Partially paid' })
      .getByRole('link')
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Invoice/ }).waitFor();
  },
  activity: async (page) => {
    await page.goto('/activity?entity_type=time_entry&action=updated');
    await page.getByRole('feed').getByRole('article').first().waitFor();
    // The newest change that says why.
    await page
      .getByRole('article')
      .filter({ has: page.locator('.reason') })
      .locator('a:has(time)')
      .first()
      .click();
    await page.getByRole('heading', { name: 'Details' }).waitFor();
  },
};

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const context = await browser.newContext({
  baseURL: address,
  viewport: { width: 1360, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
});
const page = await context.newPage();
await page.goto('/sign-in');
await page.getByLabel('Username or e-mail').fill(username);
await page.getByLabel('Password', { exact: true }).fill(password);
await page.keyboard.press('Enter');
await page.getByRole('article').nth(3).waitFor();
for (const colorScheme of ['light', 'dark']) {
  await page.emulateMedia({ colorScheme });
  for (const [name, open] of Object.entries(PAGES)) {
    if (!THEMES[name].includes(colorScheme)) continue;
    await open(page);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${FOLDER}${name}-${colorScheme}.png` });
  }
}
await browser.close();

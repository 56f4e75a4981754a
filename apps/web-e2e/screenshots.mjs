// The README's pictures of the dashboard. Start the demo first, then:
//   npm exec -- node apps/web-e2e/screenshots.mjs http://127.0.0.1:4000 <username> <password>
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumPath } from './chromium.mjs';

const [address, username, password] = process.argv.slice(2);
const FOLDER = new URL('../../docs/', import.meta.url).pathname;

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch({
  executablePath: await chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({
    baseURL: address,
    colorScheme,
    viewport: { width: 1360, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  await page.goto('/sign-in');
  await page.getByLabel('Username or e-mail').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('article').nth(8).waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${FOLDER}dashboard-${colorScheme}.png` });
  await page.close();
}
await browser.close();

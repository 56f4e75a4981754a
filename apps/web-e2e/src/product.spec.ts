import { expect, type Page, test } from '@playwright/test';

async function complaints(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security/i.test(message.text()))
      found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (e) =>
      console.error(`CSP ${e.violatedDirective} ${e.blockedURI} ${e.sample}`),
    );
  });
  return found;
}

for (const path of ['/', '/deep/link']) {
  test(`the product answers at ${path} under a strict CSP`, async ({ page }) => {
    const found = await complaints(page);
    const response = await page.goto(path);
    expect(response?.headers()['content-security-policy']).not.toContain('unsafe-inline');
    await expect(page.getByRole('heading', { name: 'Hello, Tidemark' })).toBeVisible();
    await expect(page.locator('output')).toContainText('"tick":');
    expect(
      await page.locator('main').evaluate((main) => getComputedStyle(main).borderTopWidth),
    ).toBe('7px');
    const button = page.getByRole('button', { name: 'Reload' });
    expect(await button.evaluate((b) => getComputedStyle(b).borderRadius)).not.toBe('0px');
    await button.hover();
    await expect(page.locator('.mdc-tooltip')).toBeVisible();
    await page.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Second' }).click();
    await expect(page.getByRole('combobox')).toContainText('Second');
    expect(found).toEqual([]);
  });
}

test('an inline script is refused', async ({ page }) => {
  await page.goto('/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.hacked = true';
      document.head.append(script);
    } catch {
      return 'refused by Trusted Types';
    }
    return 'hacked' in window ? 'ran' : 'refused by CSP';
  });
  expect(ran).not.toBe('ran');
});

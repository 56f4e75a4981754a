import { expect, type Page, test } from '@playwright/test';

function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security|Trusted/i.test(message.text())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(String(error)));
  return found;
}

test(
  'the product answers at a deep link under a strict policy, and breaks none of it',
  { tag: '@once' },
  async ({ page }) => {
    const found = complaints(page);
    const response = await page.goto('/projects');
    expect(response?.headers()['content-security-policy']).not.toContain('unsafe-inline');
    await expect(page).toHaveTitle(/Tidemark/);
    await expect(page.locator('tm-root')).not.toBeEmpty();
    expect(found).toEqual([]);
  },
);

test('an inline script is refused', { tag: '@once' }, async ({ page }) => {
  await page.goto('/');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.textContent = 'window.hacked = true';
      document.head.append(script);
    } catch {
      return 'refused by Trusted Types';
    }
    return 'hacked' in window ? 'ran' : 'refused by the policy';
  });
  expect(ran).not.toBe('ran');
});

import { expect, test as setup } from '@playwright/test';
import { complaintsOf } from './support/complaints';
import { FIRST } from './support/people';
import { ready } from './support/ready';

setup('the printed link makes the first administrator, once', async ({ page }) => {
  const complaints = complaintsOf(page);
  const link = ready().setup_path ?? '';
  await page.goto(link);
  await page.getByLabel('Your name').fill(FIRST.display_name);
  await expect(page.getByLabel('Username')).toHaveValue(FIRST.username);
  await page.getByLabel('E-mail').fill(FIRST.email);
  await page.getByLabel('Password', { exact: true }).fill('password1');
  await expect(page.getByText('Weak', { exact: true })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(FIRST.password);
  await expect(page.getByText('Strong', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Create administrator' }).click();

  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible();
  await expect(page.getByRole('article')).toContainText([FIRST.display_name]);
  expect(complaints.all).toEqual([]);

  await page.goto('/sign-in');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Already set up' })).toBeVisible();
});

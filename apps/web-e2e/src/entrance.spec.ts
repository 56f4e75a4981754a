import type { Page } from '@playwright/test';
import type { InvitedUser } from '@tidemark/contracts';
import { complaintsOf } from './support/complaints';
import { PASSWORD, unique } from './support/people';
import { expectPage, toast } from './support/screen';
import { expect, test } from './support/test';

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('Username or e-mail').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut(page: Page, isMobile: boolean): Promise<void> {
  if (isMobile) await page.getByRole('button', { name: 'More', exact: true }).click();
  else await page.getByRole('button', { name: /^Cleo/ }).click();
  await page.getByText('Sign out').click();
  await expectPage(page, 'Sign in');
}

test('an invited person comes in by the link, makes the place theirs, and finds back', async ({
  page,
  office,
  isMobile,
}) => {
  const complaints = complaintsOf(page);
  const display_name = unique('Cleo Adeyemi');
  const username = display_name.toLowerCase().replaceAll(' ', '.');
  const { invitation } = await office.post<InvitedUser>('users', {
    ...{ display_name, username, email: `${username}@example.com`, role: 'member' },
  });

  await test.step('a password that everybody tries is refused in words', async () => {
    await page.goto(invitation.path);
    await page.getByLabel('New password').fill('password1');
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await expect(page.getByText(/easy to guess|too common/)).toBeVisible();
  });

  await test.step('a good one leads in', async () => {
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await expectPage(page, 'Today');
    await expect(page.getByText('Nothing has happened yet')).toBeHidden();
  });

  await test.step('zone and theme are kept', async () => {
    await page.goto('/profile');
    await page.getByLabel('Time zone').fill('kathm');
    await page.getByRole('option', { name: /Kathmandu/ }).click();
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(toast(page)).toContainText('Profile saved');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.reload();
    await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Kathmandu');
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  });

  expect(complaints.grave).toEqual([]);
  complaints.all.length = 0;

  await test.step('signed out, a deep link asks for the password and leads on', async () => {
    await signOut(page, isMobile);
    await page.goto('/tasks?status=done');
    await expectPage(page, 'Sign in');
    expect(complaints.all, 'nobody is signed in, so nothing is asked').toEqual([]);
    await signIn(page, username, 'not the password');
    await expect(page.getByRole('alert')).toContainText('The name or the password is not right');
    await signIn(page, `${username}@example.com`, PASSWORD);
    await expectPage(page, 'Tasks');
    expect(new URL(page.url()).search).toBe('?status=done');
  });

  await test.step('the link works once', async () => {
    await signOut(page, isMobile);
    await page.goto(invitation.path);
    await page.getByLabel('New password').fill(`${PASSWORD} again`);
    await page.getByRole('button', { name: 'Set password and sign in' }).click();
    await expect(page.getByRole('alert')).toContainText(/link/);
  });
});

import type { Page } from '@playwright/test';
import { expectPage, feedOf } from './support/screen';
import { expect, test } from './support/test';

/** The names in the main navigation; on a phone those in the bar and behind "More". */
async function navigation(page: Page, isMobile: boolean): Promise<string[]> {
  const names = (
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts()
  )
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'Tidemark');
  if (!isMobile) return names;
  await page.getByRole('button', { name: 'More', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'More' });
  await expect(sheet.getByRole('link', { name: 'Profile' })).toBeVisible();
  const more = await sheet.getByRole('link').allInnerTexts();
  await page.keyboard.press('Escape');
  return [...names, ...more.map((name) => name.trim()).filter((name) => name !== 'Profile')];
}

const WORK = ['Today', 'Activity', 'Tasks', 'Time', 'Projects', 'Reports'];

async function expectMissing(page: Page, path: string, text: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByText(text)).toBeVisible();
}

test('a member sees the own work, and nothing of the office', async ({ team, isMobile }) => {
  const [ben, cleo] = [await team.hire('Ben Kaya'), await team.hire('Cleo Adeyemi')];
  const own = await team.project('Apollo', [[ben, 'member']]);
  const foreign = await team.project('Zeus', [[cleo, 'member']]);
  const page = await ben.open();
  await expect(feedOf(page)).toContainText(own.name);
  await expect(feedOf(page)).not.toContainText(foreign.name);
  expect((await navigation(page, isMobile)).sort()).toEqual(WORK.toSorted());

  await page.goto(`/projects/${own.id}?tab=members`);
  await expect(page.getByRole('list', { name: 'Members' })).toContainText(ben.display_name);
  await expect(page.getByRole('form', { name: 'Add a person' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Edit|More for|Remove/ })).toHaveCount(0);
  await page.goto(`/projects/${own.id}`);
  await expect(page.getByText('Open tasks')).toBeVisible();
  await expect(page.getByText('Hourly rate')).toHaveCount(0);

  await page.goto('/projects');
  await expect(page.getByRole('link', { name: own.name, exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: foreign.name })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'New project' })).toHaveCount(0);

  await expectMissing(page, '/people', 'There is no such page');
  await expectMissing(page, '/clients', 'There is no such page');
  await expectMissing(page, '/invoices', 'There is no such page');
  await expectMissing(page, '/settings', 'There is no such page');
  await expectMissing(page, `/projects/${foreign.id}`, 'There is no such project');
});

test('a lead manages the project, and only reads the clients', async ({ team, isMobile }) => {
  const lea = await team.hire('Lea Novak');
  const project = await team.project('Apollo', [[lea, 'lead']]);
  const page = await lea.open();
  await expectPage(page, 'Today');
  expect((await navigation(page, isMobile)).sort()).toEqual(
    [...WORK, 'Clients', 'Invoices'].sort(),
  );

  await page.goto(`/projects/${project.id}?tab=members`);
  await expect(page.getByRole('form', { name: 'Add a person' })).toBeVisible();
  await page.getByRole('button', { name: `More for ${project.name}` }).click();
  await expect(page.getByRole('menuitem', { name: 'Archive' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toHaveCount(0);

  await page.goto(`/clients?q=${project.client_name}`);
  await expect(page.getByText(project.client_name)).toBeVisible();
  await expect(page.getByRole('button', { name: /New client|More for/ })).toHaveCount(0);
  await expectMissing(page, '/people', 'There is no such page');
});

test('an auditor reads everything and can change nothing', async ({ team, isMobile }) => {
  const otto = await team.hire('Otto Berg', 'auditor');
  const ben = await team.hire('Ben Kaya');
  const project = await team.project('Apollo', [[ben, 'member']]);
  const task = await team.task(project, 'Audit me');
  const page = await otto.open(`/activity?project_id=${project.id}`);
  await expect(feedOf(page)).toContainText(task.name);
  await page.goto('/');
  await expectPage(page, 'Today');
  await expect(page.getByRole('form', { name: 'Start a timer' })).toHaveCount(0);
  expect((await navigation(page, isMobile)).sort()).toEqual(
    [...WORK, 'Clients', 'Invoices', 'People', 'Settings'].sort(),
  );

  for (const [path, seen] of [
    [`/projects/${project.id}?tab=tasks`, task.name],
    [`/projects/${project.id}?tab=time`, 'No time on this project yet'],
    [`/projects/${project.id}?tab=members`, ben.display_name],
    [`/projects?q=${project.name}`, project.name],
    [`/tasks?q=${task.name}`, task.name],
    ['/time', 'Total'],
    [`/clients?q=${project.client_name}`, project.client_name],
    [`/invoices?q=${project.client_name}`, 'No invoice fits'],
    ['/settings', 'Rules of time'],
    [`/people?q=${ben.username}`, ben.display_name],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(seen).first()).toBeVisible();
    const changing =
      /^(New|Add|Edit|Close|Open|Save|Remove|Start a timer on|More for|Actions for|Favourite)/;
    await expect(page.getByRole('main').getByRole('button', { name: changing })).toHaveCount(0);
  }
});

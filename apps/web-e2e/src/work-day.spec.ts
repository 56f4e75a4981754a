import type { Page } from '@playwright/test';
import type { TimeEntryView } from '@tidemark/contracts';
import { unique } from './support/people';
import {
  activity,
  choose,
  expectPage,
  openDialog,
  pick,
  startTimer,
  toast,
} from './support/screen';
import { expect, test } from './support/test';

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name }).click();
  await expect(page.getByRole('tab', { name, selected: true })).toBeVisible();
}

test('a day of work, from the client to the deleted entry, is all in the history of the project', async ({
  team,
}) => {
  const ana = await team.hire('Ana Pereira', 'admin');
  const ben = await team.hire('Ben Kaya');
  const [client, project, task] = [unique('Northwind'), unique('Website'), unique('Sitemap')];
  const page = await ana.open('/clients');

  await test.step('a client and a project', async () => {
    let dialog = await openDialog(page, 'New client');
    await dialog.getByLabel('Name').fill(client);
    await dialog.getByRole('button', { name: 'Create client' }).click();
    await page.getByRole('searchbox', { name: 'Search clients' }).fill(client);
    await expect(page.getByRole('link', { name: client, exact: true })).toBeVisible();

    await page.goto('/projects');
    dialog = await openDialog(page, 'New project');
    await dialog.getByLabel('Name').fill(project);
    await pick(dialog, 'Client', client);
    await dialog.getByLabel('Budget in hours').fill('40');
    await dialog.getByRole('button', { name: 'Create project' }).click();
    await expectPage(page, project);
  });

  await test.step('a member and a task for them', async () => {
    await openTab(page, 'Members');
    await pick(page.getByRole('form', { name: 'Add a person' }), 'Person', ben.display_name);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Members' })).toContainText(ben.display_name);

    await openTab(page, 'Tasks');
    const dialog = await openDialog(page, 'New task');
    await dialog.getByLabel('Name').fill(task);
    await pick(dialog, 'Assigned to', ben.display_name);
    await dialog.getByRole('button', { name: 'Create task' }).click();
    await choose(page, `Status of ${task}: To do`, 'In progress');
    await expect(
      page.getByRole('button', { name: `Status of ${task}: In progress` }),
    ).toBeVisible();
  });

  await test.step('time by hand, over midnight, corrected, and deleted with a reason', async () => {
    await openTab(page, 'Time');
    const dialog = await openDialog(page, 'Add time');
    await dialog.getByLabel('What was it?').fill('Night shift');
    await dialog.getByLabel('Day', { exact: true }).fill('2026-03-02');
    await dialog.getByLabel('From').fill('22:30–0:45');
    await dialog.getByLabel('From').blur();
    await expect(dialog.getByLabel('To')).toHaveValue('00:45');
    await expect(dialog.getByLabel('To, next day')).toBeVisible();
    await expect(dialog.getByLabel('Duration')).toHaveValue('2:15');
    await dialog.getByRole('button', { name: 'Add time' }).click();
    await expect(page.getByText('22:30 – 00:45')).toBeVisible();

    await openDialog(page, 'Night shift');
    await dialog.getByLabel('To').fill('1:15');
    await dialog.getByLabel('To').blur();
    await dialog.getByLabel('Reason').fill('Stayed longer');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('22:30 – 01:15')).toBeVisible();

    await choose(page, 'More for Night shift', 'Delete');
    await page.getByRole('alertdialog').getByLabel('Reason').fill('Belongs to somebody else');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('No time on this project yet')).toBeVisible();
  });

  await test.step('the history has each of them', async () => {
    await openTab(page, 'Activity');
    const me = ana.display_name;
    for (const told of [
      `${me} created project ${project} for ${client}`,
      `${me} added ${ben.display_name} to project ${project}`,
      `${me} created task ${task}`,
      `${me} created time entry for ${project}`,
    ])
      await expect(activity(page, told)).toBeVisible();
    await expect(activity(page, `changed task ${task}`)).toContainText(/To do.*In progress/);
    await expect(activity(page, 'updated time entry')).toContainText(/\+0:30.*Stayed longer/s);
    await expect(activity(page, 'deleted time entry')).toContainText('Belongs to somebody else');
    await expect(activity(page, 'deleted time entry')).toContainText('2:45');
  });
});

test('an archived project takes no more time, and says so', { tag: '@once' }, async ({ team }) => {
  const ana = await team.hire('Ana Pereira', 'admin');
  const ben = await team.hire('Ben Kaya');
  const project = await team.project('Lighthouse', [[ben, 'member']]);
  const desk = await ben.open();
  const form = desk.getByRole('form', { name: 'Start a timer' });
  await pick(form, 'Project', project.name);

  const page = await ana.open(`/projects/${project.id}`);
  await choose(page, `More for ${project.name}`, 'Archive');
  await page.getByLabel('Reason (optional)').fill('Delivered');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('This project is archived: Delivered.')).toBeVisible();

  await form.getByRole('button', { name: 'Start' }).click();
  await expect(toast(desk)).toContainText(/archived/i);
  await expect(form).toBeVisible();
  await desk.getByRole('button', { name: 'Refresh' }).click();
  await expect(activity(desk, `archived project ${project.name}`)).toContainText('Delivered');
});

test(
  'a timer that runs elsewhere can be stopped for a new one',
  { tag: '@once' },
  async ({ team }) => {
    const ben = await team.hire('Ben Kaya');
    const project = await team.project('Lighthouse', [[ben, 'member']]);
    const page = await ben.open();
    await expect(page.getByRole('form', { name: 'Start a timer' })).toBeVisible();
    const { id } = await ben.api.post<TimeEntryView>('timers/start', {
      ...{ project_id: project.id, note: 'On the other computer' },
    });

    await startTimer(page, 'Right here', project.name);
    const question = page.getByRole('alertdialog', { name: 'Another timer is running' });
    await expect(question).toContainText('“On the other computer”');
    await question.getByRole('button', { name: 'Stop it and start this one' }).click();

    const running = page.getByRole('region', { name: 'Running timer' });
    await expect(running).toContainText('Right here');
    await expect(toast(page)).toContainText('Started “Right here”');
    expect((await ben.api.get<TimeEntryView>(`time-entries/${id}`)).ended_at).not.toBeNull();
  },
);

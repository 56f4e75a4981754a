import type { Download, Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { choose, expectPage } from './support/screen';
import { expect, test } from './support/test';

type Line = Record<string, string>;

async function linesOf(download: Download): Promise<Line[]> {
  return parse<Line>(await readFile(await download.path()), { bom: true, columns: true });
}

async function downloaded(page: Page, item: string): Promise<{ name: string; lines: Line[] }> {
  const started = page.waitForEvent('download');
  await choose(page, 'Download', item);
  const download = await started;
  return { name: download.suggestedFilename(), lines: await linesOf(download) };
}

const row = (page: Page, name: string): Locator =>
  page.getByRole('table').getByRole('row').filter({ hasText: name });

test('what was tracked is in the report, down to the task, and in the file with the same numbers', async ({
  team,
  office,
}) => {
  const ana = await team.hire('Ana Pereira');
  const ben = await team.hire('Ben Kaya');
  const website = await team.project('Website', [
    [ana, 'lead'],
    [ben, 'member'],
  ]);
  const studio = await team.project('Studio', [[ana, 'lead']]);
  await office.patch(`projects/${website.id}`, { hourly_rate: '90.10' });
  const sitemap = await team.task(website, 'Sitemap');
  const track = (person: typeof ana, project_id: number, from: string, to: string, more = {}) =>
    person.api.post('time-entries', {
      ...{ project_id, started_at: `2026-03-${from}:00Z`, ended_at: `2026-03-${to}:00Z` },
      ...more,
    });
  await track(ben, website.id, '03T08:00', '03T10:20', { task_id: sitemap.id });
  await track(ana, website.id, '04T22:00', '05T00:15', { billable: false, note: '=Night' });
  await track(ana, studio.id, '10T09:00', '10T10:00');

  const page = await ana.open('/reports?from=2026-03-01&to=2026-03-31');
  await expectPage(page, 'Reports');

  await test.step('by project, with the chart and the totals', async () => {
    await expect(page.getByRole('button', { name: 'March 2026' })).toBeVisible();
    await expect(row(page, website.name)).toContainText(/4:35.*2:20.*210\.23/);
    await expect(row(page, studio.name)).toContainText('1:00');
    await expect(row(page, 'Total')).toContainText('5:35');
    const chart = page.getByRole('img', { name: /Bar chart of hours by day/ });
    await expect(chart.locator('svg')).toBeVisible();
    await expect(chart).toHaveAttribute('aria-label', /Most: Tuesday 3 March 2026 with 2:20/);
  });

  await test.step('the file has the numbers of the screen', async () => {
    const { name, lines } = await downloaded(page, 'This report (CSV)');
    expect(name).toBe('time-by-project_2026-03-01_2026-03-31.csv');
    expect(lines.map(({ project, duration, amount }) => [project, duration, amount])).toEqual([
      [website.name, '4:35:00', '210.23'],
      [studio.name, '1:00:00', ''],
      ['Total', '5:35:00', '210.23'],
    ]);
    const entries = await downloaded(page, 'Single entries (CSV)');
    expect(entries.lines.map(({ date, person, note }) => [date, person, note])).toEqual([
      ['2026-03-03', ben.display_name, ''],
      ['2026-03-04', ana.display_name, "'=Night"],
      ['2026-03-10', ana.display_name, ''],
    ]);
  });

  await test.step('down into the project, its task and its days, and back up', async () => {
    await page.getByRole('link', { name: website.name }).click();
    await expect(row(page, sitemap.name)).toContainText('2:20');
    await expect(row(page, 'No task')).toContainText('2:15');
    await page.getByRole('link', { name: sitemap.name }).click();
    await expect(row(page, 'Tue 3 Mar 2026')).toContainText('2:20');
    const crumbs = page.getByRole('navigation', { name: 'Narrowed down' });
    await expect(crumbs).toContainText(sitemap.name);
    await crumbs.getByRole('link', { name: 'All projects' }).click();
    await expect(row(page, studio.name)).toBeVisible();
    await page.goBack();
    await expect(row(page, 'Tue 3 Mar 2026')).toBeVisible();
    await page.reload();
    await expect(row(page, 'Tue 3 Mar 2026')).toBeVisible();
  });

  await test.step('a member sees the own time, and no money', async () => {
    const own = await ben.open('/reports?from=2026-03-01&to=2026-03-31');
    await expect(row(own, website.name)).toContainText('2:20');
    await expect(own.getByText('Amount')).toHaveCount(0);
    await expect(own.getByText(studio.name)).toHaveCount(0);
  });
});

test('the report is reached from the navigation, and its days are chosen and stepped through', async ({
  team,
  isMobile,
}) => {
  const ana = await team.hire('Ana Pereira');
  const project = await team.project('Website', [[ana, 'lead']]);
  const page = await ana.open();
  if (isMobile) await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: 'Reports' }).click();
  await expectPage(page, 'Reports');
  await expect(page.getByText('Nothing tracked in these days')).toBeVisible();

  await ana.api.post('time-entries', {
    ...{ project_id: project.id, started_at: '2026-03-03T08:00:00Z' },
    ended_at: '2026-03-03T10:00:00Z',
  });
  await page.getByRole('button', { name: /This week/ }).click();
  const days = page.getByRole('dialog', { name: 'Days' });
  await days.getByLabel('From').fill('2026-02-01');
  await days.getByLabel('To').fill('2026-02-28');
  await days.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('button', { name: 'February 2026' })).toBeFocused();
  await page.getByRole('button', { name: 'Later days' }).click();
  await expect(row(page, project.name)).toContainText('2:00');

  if (isMobile) await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'Billable' }).selectOption('Not billable');
  if (isMobile) await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('No time fits these filters')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(row(page, project.name)).toBeVisible();
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
});

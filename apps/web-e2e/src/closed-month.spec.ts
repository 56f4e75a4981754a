import type { TimeEntryView } from '@tidemark/contracts';
import { activity, expectPage, openDialog, pick } from './support/screen';
import { expect, test } from './support/test';

/** In which other specs track time. */
const TRACKED_IN = '2026-03';

/** For each device a month that no other spec touches, and long enough ago for changes to need a reason. */
function aMonthFor(isMobile: boolean): { month: string; name: string; day: string } {
  const now = new Date();
  const [first = now, second = now] = [3, 4, 5]
    .map((months) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)))
    .filter((day) => !day.toISOString().startsWith(TRACKED_IN));
  return named(isMobile ? second : first);
}

function named(first: Date): { month: string; name: string; day: string } {
  const month = first.toISOString().slice(0, 7);
  const words = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return {
    month,
    name: new Intl.DateTimeFormat('en-GB', words).format(first),
    day: `${month}-10`,
  };
}

test('a closed month keeps its time until somebody opens it, and each change says why', async ({
  team,
  isMobile,
}) => {
  const { month, name, day } = aMonthFor(isMobile);
  const ana = await team.hire('Ana Pereira', 'admin');
  const ben = await team.hire('Ben Kaya');
  const project = await team.project('Lighthouse', [[ben, 'member']]);
  const { id } = await ben.api.post<TimeEntryView>('time-entries', {
    ...{ project_id: project.id, note: 'Workshop' },
    ...{ started_at: `${day}T09:00:00Z`, ended_at: `${day}T10:00:00Z` },
  });
  const office = await ana.open('/settings');
  const page = await ben.open(`/time?view=day&day=${day}`);

  await test.step('an administrator closes it', async () => {
    await office.getByRole('button', { name: `Close ${name}` }).click();
    const question = office.getByRole('alertdialog', { name: `Close ${name}?` });
    await expect(question).toContainText(/entr(y|ies) with .* hours cannot change any more/);
    await question.getByRole('button', { name: 'Close month' }).click();
    await expect(office.getByText(`Closed ${name}`)).toBeVisible();
    await expect(office.getByRole('row', { name })).toContainText(ana.display_name);
  });

  await test.step('its time is locked, and takes no more', async () => {
    await page.reload();
    await page.getByRole('img', { name: 'Locked' }).hover();
    await expect(page.getByText(`${name} is closed`)).toBeVisible();
    await expect(page.getByRole('button', { name: 'More for Workshop' })).toHaveCount(0);

    const dialog = await openDialog(page, 'Add time');
    await pick(dialog, 'Project', project.name);
    await dialog.getByRole('button', { name: 'Add time' }).click();
    await expect(dialog.getByRole('alert')).toContainText(`${name} is closed`);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toHaveCount(0);
  });

  await test.step('it is opened with a reason', async () => {
    await office.getByRole('button', { name: `Reopen ${name}` }).click();
    const question = office.getByRole('alertdialog', { name: `Open ${name} again?` });
    await question.getByLabel('Reason').fill('An hour is missing');
    await question.getByRole('button', { name: 'Open month' }).click();
    await expect(office.getByText(`Opened ${name}`)).toBeVisible();
    await expect(office.getByRole('button', { name: `Close ${name}` })).toBeVisible();
  });

  await test.step('a change of it needs a reason, too', async () => {
    await page.reload();
    const dialog = await openDialog(page, 'Workshop');
    await expect(dialog.getByText(/This day is \d+ days past: say why/)).toBeVisible();
    await dialog.getByLabel('Duration').fill('2:00');
    await dialog.getByLabel('Duration').blur();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByLabel('Reason')).toBeFocused();
    await expect(dialog.getByText(/days past: say why it changes/)).toBeVisible();
    await dialog.getByLabel('Reason').fill('It took all morning');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'More for Workshop' })).toBeVisible();
  });

  await test.step('the feed tells all of it', async () => {
    await office.goto(`/activity?entity_type=setting&entity_id=${month.replace('-', '')}`);
    await expectPage(office, 'Activity');
    await expect(activity(office, `closed period ${name}`)).toBeVisible();
    await expect(activity(office, `opened period ${name}`)).toContainText('An hour is missing');

    await page.goto(`/activity?entity_type=time_entry&entity_id=${id}`);
    const change = activity(page, 'updated time entry');
    await expect(change).toContainText('+1:00');
    await expect(change).toContainText('It took all morning');
    await change.getByRole('button', { name: 'Details' }).click();
    await expect(change.getByRole('definition').first()).toHaveText('It took all morning');
  });
});

import type { Page } from '@playwright/test';
import type { ProjectView, TimeEntryView } from '@tidemark/contracts';
import { expectAccessible } from './support/accessibility';
import type { Person } from './support/people';
import { activity, pick, toast } from './support/screen';
import { expect, test } from './support/test';

// Every rule of accessibility in both themes takes its time.
test.slow();

const DAY = '2026-03-02';

/** Entries of an hour each, one after another. */
async function track(person: Person, project: ProjectView, ...notes: string[]): Promise<void> {
  for (const [hour, note] of notes.entries()) {
    await person.api.post<TimeEntryView>('time-entries', {
      ...{ project_id: project.id, note },
      started_at: `${DAY}T${10 + hour}:00:00Z`,
      ended_at: `${DAY}T${11 + hour}:00:00Z`,
    });
  }
}

const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` });
const bar = (page: Page) => page.getByRole('region', { name: 'Selection' });

/** On a phone the boxes come with a button. */
async function choose(page: Page, isMobile: boolean, name: string): Promise<void> {
  if (isMobile && !(await bar(page).isVisible())) {
    await page.getByRole('button', { name: 'Select', exact: true }).click();
  }
  await box(page, name).click();
}

test('entries that are chosen move at once, and are one line of the activity', async ({
  team,
  isMobile,
}) => {
  const ana = await team.hire('Ana Pereira');
  const from = await team.project('Website', [[ana, 'member']]);
  const to = await team.project('Apollo', [[ana, 'member']]);
  await track(ana, from, 'Login', 'Review', 'Call');
  const page = await ana.open(`/time?view=day&day=${DAY}`);

  await choose(page, isMobile, 'Login');
  await box(page, 'Call').click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('3 selected 3:00');
  await expectAccessible(page, 'a selection');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await choose(page, isMobile, 'Login');
  await box(page, 'Review').click();
  await bar(page).getByRole('button', { name: 'Move' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move 2 entries' });
  await pick(dialog, 'Project', to.name);
  await dialog.getByLabel(/^Reason/).fill('Booked on the wrong project');
  await dialog.getByRole('button', { name: 'Move 2 entries' }).click();
  await expect(toast(page)).toContainText('Moved 2 entries');
  await expect(page.getByRole('link', { name: to.name })).toHaveCount(2);
  await expect(page.getByRole('link', { name: from.name })).toHaveCount(1);

  await page.goto('/activity');
  const told = activity(page, `updated 2 time entries in ${to.name}`);
  await expect(told).toContainText('“Booked on the wrong project”');
  await told.getByRole('button', { name: 'Show all 2' }).click();
  await expect(activity(page, `updated time entry for ${to.name}`)).toHaveCount(2);
  await expect(told.getByRole('button', { name: 'Show less' })).toBeVisible();
});

test('what is refused is named, and the others go on without it', async ({ team, isMobile }) => {
  const ana = await team.hire('Ana Pereira');
  const ben = await team.hire('Ben Kaya');
  const project = await team.project('Website', [
    [ana, 'member'],
    [ben, 'member'],
  ]);
  const alone = await team.project('Hermes', [[ana, 'member']]);
  const shared = await team.task(project, 'Logo');
  const other = await team.task(alone, 'Poster');
  const page = await ana.open('/tasks');

  await choose(page, isMobile, shared.name);
  await box(page, other.name).click();
  await bar(page).getByRole('button', { name: 'Assign' }).click();
  await pick(page.getByRole('dialog'), 'Assigned to', ben.display_name);
  await page.getByRole('dialog').getByRole('button', { name: 'Assign', exact: true }).click();
  const refused = page.getByRole('alertdialog', { name: 'Nothing was changed' });
  await expect(refused.getByRole('listitem')).toContainText([other.name]);
  await refused.getByRole('button', { name: 'Go on with the other 1' }).click();
  await expect(toast(page)).toContainText('Assigned 1 task');
  await expect(page.getByRole('row').filter({ hasText: shared.name })).toContainText(
    ben.display_name,
  );
});

test('a file with a bad line is mended, imported, and one line of the activity', async ({
  team,
}) => {
  const ana = await team.hire('Ana Pereira');
  const { name } = await team.project('Apollo', [[ana, 'member']]);
  const lines = ['date,start,end,project,note', `${DAY},9:00,10:30,${name},Sketches`];
  const page = await ana.open('/time');
  await page.getByRole('link', { name: 'Import' }).click();

  await page.getByLabel('Choose a file').setInputFiles({
    name: 'march.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([...lines, `${DAY},25:00,12:00,${name},"Call, long"`].join('\r\n')),
  });
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('1 with errors');
  await expect(preview.getByRole('row').last()).toContainText('Start: “25:00” is no time of day');
  await expect(preview.getByRole('button', { name: 'Import 2 entries' })).toBeDisabled();
  await expectAccessible(page, 'an import with an error');

  const text = page.getByRole('textbox', { name: 'Lines of march.csv' });
  await text.fill((await text.inputValue()).replace('25:00', '11:00'));
  await expect(preview.getByRole('row').last()).toContainText('11:00 – 12:00');
  await preview.getByRole('button', { name: 'Import 2 entries' }).click();
  await expect(page.getByRole('heading', { name: '2 entries imported' })).toBeFocused();

  await page.getByRole('link', { name: 'See the activity' }).click();
  await expect(activity(page, `imported 2 time entries in ${name}`)).toBeVisible();
  await page.goto(`/time?view=day&day=${DAY}`);
  await expect(page.getByText('09:00 – 10:30')).toBeVisible();
  await expect(page.getByText('Call, long')).toBeVisible();
});

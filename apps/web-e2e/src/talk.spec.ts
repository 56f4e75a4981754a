import type { CommentView } from '@tidemark/contracts';
import type { Page } from '@playwright/test';
import { activity, choose, expectPage, openDialog, toast } from './support/screen';
import { type Person, unique } from './support/people';
import { expect, test } from './support/test';

test('a comment is written, edited and deleted by the keyboard alone, and reaches who is mentioned', async ({
  team,
}) => {
  const [ana, ben] = [await team.hire('Ana Pereira'), await team.hire('Ben Kaya')];
  const project = await team.project('Apollo', [
    [ana, 'member'],
    [ben, 'member'],
  ]);
  const page = await ana.open(`/projects/${project.id}`);
  const box = page.getByRole('textbox', { name: 'Comment on this project' });
  const comments = page.getByRole('list', { name: 'Comments, the latest first' });
  await box.focus();
  await page.keyboard.type('Ask @ben');
  await expect(page.getByRole('option')).toContainText(ben.display_name);
  await page.keyboard.press('Enter');
  await page.keyboard.type('about **this**');
  await page.keyboard.press('Control+Enter');
  await expect(comments).toContainText(`Ask @${ben.username} about this`);
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('');

  const more = page.getByRole('button', { name: 'More for the comment of Ana' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await page.keyboard.press('Enter');
  const edited = page.getByRole('textbox', { name: 'Edit your comment' });
  await expect(edited).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(', today');
  await page.keyboard.press('Control+Enter');
  await expect(comments).toContainText('about this, today');
  await expect(comments).toContainText('edited');
  await expect(more).toBeFocused();

  const other = await ben.open(`/projects/${project.id}`);
  await expect(other.locator('.mention')).toHaveText(`@${ben.username}`);
  await expect(other.getByRole('button', { name: /More for the comment/ })).toHaveCount(0);
  await other.getByRole('tab', { name: 'Activity' }).click();
  await expect(activity(other, 'edited a comment on project')).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const question = page.getByRole('alertdialog');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(question.getByRole('button', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No comments yet')).toBeVisible();
});

/** Lets half minutes pass, in each of which a page asks for news once, until it shows what it should. */
async function inTime(page: Page, shows: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await shows();
  }).toPass();
}
const SOON = { timeout: 2_000 };

test('what others say, change and take back shows while one is on the page, and moves nothing that one writes or reads', async ({
  team,
}) => {
  const [ana, ben] = [await team.hire('Ana Pereira'), await team.hire('Ben Kaya')];
  const project = await team.project('Apollo', [
    [ana, 'member'],
    [ben, 'member'],
  ]);
  const task = await team.task(project, 'Rate limits');
  const say = (person: Person, body: string) =>
    person.api.post<CommentView>(`tasks/${task.id}/comments`, { body });
  for (let n = 1; n <= 12; n++) await say(ana, `Remark ${n}.`);
  const page = await ana.open(`/tasks/${task.id}`, { clock: true });
  const comments = page.getByRole('list', { name: 'Comments, the latest first' });
  const items = comments.getByRole('listitem');
  const box = page.getByRole('textbox', { name: 'Comment on this task' });
  const news = page.getByRole('button', { name: '1 new comment' });
  await expect(items).toHaveCount(12);

  await box.fill('Half a');
  const { id } = await say(ben, 'Ten a minute?');
  await inTime(page, () => expect(items.first()).toContainText('Ten a minute?', SOON));
  // What is told to those who listen takes no room on the screen.
  const told = page.locator('.cdk-live-announcer-element');
  await expect(told).toHaveText('1 new comment');
  expect((await told.boundingBox())?.height).toBeLessThanOrEqual(1);
  await expect(box).toBeFocused();
  await page.keyboard.type(' thought');
  await expect(box).toHaveValue('Half a thought');
  await ben.api.patch(`comments/${id}`, { body: 'Twenty a minute?' });
  await inTime(page, () => expect(items.first()).toContainText('Twenty a minute?', SOON));

  const read = items.filter({ hasText: 'Remark 7.' });
  await read.evaluate((one) => one.scrollIntoView({ block: 'start' }));
  const before = await read.boundingBox();
  await say(ben, 'And who pays?');
  await inTime(page, () => expect(news).toBeInViewport(SOON));
  expect(await read.boundingBox()).toEqual(before);
  await news.click();
  await expect(items.first()).toContainText('And who pays?');
  await expect(items.first()).toBeInViewport();
  await expect(news).toHaveCount(0);

  await page.mouse.move(0, 0);
  await ben.api.delete(`comments/${id}`);
  await inTime(page, () => expect(comments).not.toContainText('Twenty a minute?', SOON));
});

test('a page asks for news of what it shows alone', async ({ team }) => {
  const ana = await team.hire('Ana Pereira');
  const project = await team.project('Apollo', [[ana, 'member']]);
  const page = await ana.open(`/projects/${project.id}`, { clock: true });
  let asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/activities') asked.push(searchParams.get('entity_type') ?? 'all');
  });
  const pollsTwice = () => inTime(page, async () => expect(asked.length).toBeGreaterThanOrEqual(2));
  await pollsTwice();
  expect(new Set(asked)).toEqual(new Set(['comment']));

  await page.getByRole('tab', { name: 'Activity' }).click();
  await expect(activity(page, 'created project')).toBeVisible();
  asked = [];
  await pollsTwice();
  expect(new Set(asked)).toEqual(new Set(['all']));
});

test('a comment survives a slow and a broken connection, once', async ({ team }) => {
  const ana = await team.hire('Ana Pereira');
  const project = await team.project('Apollo', [[ana, 'member']]);
  const page = await ana.open(`/projects/${project.id}`);
  const box = page.getByRole('textbox', { name: 'Comment on this project' });
  const send = page.getByRole('button', { name: 'Comment', exact: true });
  await expect(box).toBeVisible();
  await page.waitForLoadState('networkidle');
  await ana.context.setOffline(true);
  await box.fill('Said once');
  await send.click();
  const form = page.getByRole('form', { name: 'Comment on this project' });
  await expect(form.getByRole('alert')).toContainText('You are offline');
  await expect(box).toHaveValue('Said once');

  await ana.context.setOffline(false);
  await page.route('**/comments', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await send.dblclick();
  await box.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Said once' })).toHaveCount(1);
  await expect(box).toHaveValue('');
  const { total } = await ana.api.get<{ total: number }>(`projects/${project.id}/comments`);
  expect(total).toBe(1);
});

test('work that comes again and again is kept as a template, and tracked from it', async ({
  team,
}) => {
  const ana = await team.hire('Ana Pereira');
  const project = await team.project('Apollo', [[ana, 'member']]);
  const name = unique('Stand-up');
  await ana.api.post('time-entry-templates', { name, project_id: project.id, note: 'Daily' });
  const page = await ana.open('/templates');
  await expectPage(page, 'Templates');
  await choose(page, `More for ${name}`, 'Add time with it…');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('What was it?')).toBeFocused();
  await expect(dialog.getByLabel('What was it?')).toHaveValue('Daily');
  await dialog.getByLabel('Duration').fill('15m');
  await dialog.getByRole('button', { name: 'Add time' }).click();
  await expect(toast(page)).toContainText('Added 0:15');
  await page.getByRole('button', { name: `Start a timer with ${name}` }).click();
  await expect(toast(page).filter({ hasText: 'Started “Daily”' })).toBeVisible();

  await page.goto(`/projects/${project.id}?tab=activity`);
  await expect(activity(page, 'created time entry')).toBeVisible();
  await expect(activity(page, 'started timer')).toBeVisible();
});

test('more views than fit do not widen the page', async ({ team }) => {
  const ana = await team.hire('Ana Pereira');
  for (const name of ['Everything that was deleted', 'All that was finished', 'Who came when'])
    await ana.api.post('saved-filters', { name, filter: { action: 'deleted' } });
  const page = await ana.open('/activity');
  await expect(page.getByRole('button', { name: 'Who came when' })).toBeAttached();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(page.viewportSize()?.width);
});

test('a view is shared with everybody, and offered to whom it can show something', async ({
  team,
}) => {
  const [ana, ben, cleo] = [
    await team.hire('Ana Pereira'),
    await team.hire('Ben Kaya'),
    await team.hire('Cleo Adeyemi'),
  ];
  const project = await team.project('Apollo', [
    [ana, 'member'],
    [ben, 'member'],
  ]);
  const name = unique('Tasks of Apollo');
  const page = await ana.open(`/activity?project_id=${project.id}&entity_type=task`);
  const dialog = await openDialog(page, 'Save view');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const shared = page.getByRole('button', { name }).first();
  await expect(shared).toHaveAccessibleName(/, for everybody$/);

  const other = await ben.open('/activity');
  const offered = other.getByRole('button', { name });
  await expect(offered).toHaveAccessibleName(new RegExp(`, by ${ana.display_name}$`));
  await offered.click();
  await expect(other).toHaveURL(new RegExp(`project_id=${project.id}`));
  const outside = await cleo.open('/activity');
  await expectPage(outside, 'Activity');
  await expect(outside.getByRole('feed')).toBeVisible();
  await expect(outside.getByRole('button', { name })).toHaveCount(0);

  await choose(page, `More for the view ${name}`, 'Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name })).toHaveCount(0);
  await other.reload();
  await expect(other.getByRole('button', { name })).toHaveCount(0);
  await expect(other).toHaveURL(new RegExp(`project_id=${project.id}`));
});

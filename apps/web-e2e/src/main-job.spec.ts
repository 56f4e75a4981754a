import type { Page } from '@playwright/test';
import { activity, feedOf, scrollFeed, startTimer } from './support/screen';
import { expect, test } from './support/test';

const A_POLL = '00:31';

/** Where the first activity in sight stands on the screen. */
async function firstInSight(page: Page) {
  return feedOf(page).evaluate((feed) => {
    const top = Math.max(0, feed.closest('tm-feed-list')?.getBoundingClientRect().top ?? 0);
    const rows = [...feed.querySelectorAll('article')].map((row) => ({
      text: row.querySelector('tm-activity-sentence, .sentence')?.textContent,
      y: Math.round(row.getBoundingClientRect().top),
    }));
    return rows.find(({ y }) => y >= top);
  });
}

test('what one person does appears before the eyes of another, who reloads nothing', async ({
  team,
}) => {
  // Who leads the project alone sees nothing of what other specs do at the same time.
  const ana = await team.hire('Ana Pereira');
  const ben = await team.hire('Ben Kaya');
  const apollo = await team.project('Apollo', [
    [ana, 'lead'],
    [ben, 'member'],
  ]);
  await team.history(apollo, 12);
  const board = await ana.open('/', { clock: true });
  const desk = await ben.open();
  const started = activity(board, `${ben.display_name} started timer for ${apollo.name}`);
  const stopped = activity(board, `${ben.display_name} stopped timer for ${apollo.name}`);
  await expect(feedOf(board).getByRole('article').nth(9)).toBeVisible();
  const sameFeed = await feedOf(board).elementHandle();

  await test.step('Ben starts a timer and sees it run', async () => {
    await startTimer(desk, 'Fix the login', apollo.name);
    const running = desk.getByRole('region', { name: 'Running timer' });
    await expect(running).toContainText('Fix the login');
    await expect(running.getByRole('timer')).toHaveText(/^0:00:(0[1-9]|[1-5]\d)$/);
    await expect(desk).toHaveTitle(/^0:00:\d\d Fix the login · Today – Tidemark$/);
    await expect(activity(desk, `started timer for ${apollo.name}`)).toBeVisible();
  });

  await test.step('Ana sees it with the next poll', async () => {
    await expect(started).toBeHidden();
    await board.clock.fastForward(A_POLL);
    await expect(started).toBeVisible();
    await expect(board.getByText('Team now')).toBeVisible();
  });

  await test.step('Ana reads further down while Ben stops', async () => {
    await scrollFeed(board, 150);
    const before = await firstInSight(board);
    await desk.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(desk).toHaveTitle('Today – Tidemark');
    await expect(activity(desk, `stopped timer for ${apollo.name}`)).toBeVisible();

    const news = board.getByRole('button', { name: /new activit(y|ies)$/ });
    await board.clock.fastForward(A_POLL);
    await expect(news).toBeVisible();
    expect(await firstInSight(board)).toEqual(before);
    await expect(stopped).toBeHidden();

    await news.click();
    await expect(news).toBeHidden();
    await expect(stopped).toBeInViewport();
    await expect(stopped).toContainText(/0:00:\d\d/);
  });

  expect(await sameFeed?.evaluate((feed) => feed.isConnected)).toBe(true);
  expect([...ana.complaints.all, ...ben.complaints.all]).toEqual([]);
});

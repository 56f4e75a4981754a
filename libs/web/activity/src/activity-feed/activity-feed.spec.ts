import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { provideRouter } from '@angular/router';
import type { ActivityFilter, Me } from '@tidemark/contracts';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { ActivityApi } from '../activity-api';
import { POLL_EVERY_MS } from '../stream/feed-stream';
import { aViewer, NOON, provideViewer } from '../testing/a-viewer';
import { FakeApi } from '../testing/fake-api';
import { ActivityFeed } from './activity-feed';

let api: FakeApi;

async function renderFeed({ viewer = aViewer(), filter = {} as ActivityFilter } = {}) {
  const view = await render(ActivityFeed, {
    inputs: { filter },
    providers: [
      provideRouter([]),
      provideHttpClient(),
      provideHttpClientTesting(),
      provideViewer(viewer),
      { provide: ActivityApi, useValue: api },
    ],
  });
  await settle();
  return view;
}

/** Lets answers arrive and the screen follow. */
const settle = (ms = 50) => jest.advanceTimersByTimeAsync(ms);
const articles = () => screen.queryAllByRole('article').map(({ textContent }) => textContent);
const press = async (element: HTMLElement) => {
  fireEvent.click(element);
  await settle();
};

/** Work of different people, so that nothing collapses. */
function commitTasks(count: number, from = 0): void {
  for (let n = from; n < from + count; n++) {
    api.trail.commit(n, {
      entity_name: `Task ${n}.`,
      description: `Updated task "Task ${n}."`,
      user_id: n,
    });
  }
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
  api = new FakeApi();
});
afterEach(() => jest.useRealTimers());

describe('the activity widget', () => {
  it('shows the last ten as sentences about people', async () => {
    commitTasks(12);
    await renderFeed();

    expect(articles()).toHaveLength(10);
    expect(articles()[0]).toContain('Ana Pereira updated task Task 11.');
    expect(screen.getByRole('heading', { name: 'Recent activity' })).toBeTruthy();
  });

  it('shows at once what the viewer did on the same page', async () => {
    commitTasks(1);
    const { fixture } = await renderFeed();
    commitTasks(1, 1);
    fixture.componentRef.setInput('changes', 1);
    await settle();

    expect(articles()).toEqual([
      expect.stringContaining('Task 1.'),
      expect.stringContaining('Task 0.'),
    ]);
  });

  it('is walked through by j and k, and filtered by f', async () => {
    commitTasks(2);
    await renderFeed();
    const focused = () => document.activeElement?.textContent;
    const type = async (key: string) => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
      await settle();
    };

    await type('j');
    expect(focused()).toContain('Task 1.');
    await type('j');
    expect(focused()).toContain('Task 0.');
    await type('k');
    expect(focused()).toContain('Task 1.');
    await type('f');
    expect(screen.getByRole('menuitemradio', { name: 'Tasks' })).toBeTruthy();
  });

  it('marks the filter that is on with a check mark and a dot', async () => {
    commitTasks(1);
    api.trail.commit(5, { entity_type: 'project', description: 'Updated project "Apollo"' });
    const { container } = await renderFeed();

    await press(screen.getByRole('button', { name: 'Filter: All activity' }));
    expect(screen.getByRole('menuitemradio', { name: 'All activity' }).ariaChecked).toBe('true');
    await press(screen.getByRole('menuitemradio', { name: 'Projects' }));

    const button = screen.getByRole('button', { name: 'Filter: Projects' });
    expect(button.classList).toContain('on');
    expect(articles()).toEqual([expect.stringContaining('updated project Apollo')]);
    await press(button);
    const chosen = screen.getByRole('menuitemradio', { name: 'Projects' });
    expect(chosen.ariaChecked).toBe('true');
    expect(chosen.querySelector('.menu-check')).not.toBeNull();
    expect(container.querySelectorAll('.menu-check')).toHaveLength(0);
  });

  it('never asks for "all"', async () => {
    await renderFeed();

    expect(api.asked).toEqual([{ limit: 10 }]);
  });

  it.each<[Me['role'], boolean]>([
    ['admin', true],
    ['auditor', true],
    ['member', false],
  ])('offers people as a filter to an %s: %s', async (role, offered) => {
    await renderFeed({ viewer: aViewer({ role }) });
    await press(screen.getByRole('button', { name: /Filter/ }));

    expect(screen.queryByRole('menuitemradio', { name: 'People' }) !== null).toBe(offered);
  });

  it('has no type to choose where its filter is about one', async () => {
    await renderFeed({ filter: { entity_type: ['time_entry'], entity_id: 9 } });

    expect(screen.queryByRole('button', { name: /Filter/ })).toBeNull();
    expect(api.asked[0]).toEqual({ entity_type: ['time_entry'], entity_id: 9, limit: 10 });
  });

  it('appends older rows and leaves the others alone', async () => {
    commitTasks(12);
    await renderFeed();
    const first = screen.getAllByRole('article')[0];

    await press(screen.getByRole('button', { name: 'Load more' }));

    expect(articles()).toHaveLength(12);
    expect(screen.getAllByRole('article')[0]).toBe(first);
    expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('says that older rows could not be loaded, and loads the same ones on retry', async () => {
    commitTasks(12);
    await renderFeed();

    api.isDown = true;
    await press(screen.getByRole('button', { name: 'Load more' }));
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Could not load older activity');
    expect(articles()).toHaveLength(10);

    api.isDown = false;
    await press(within(alert).getByRole('button', { name: 'Retry' }));
    expect(articles().at(-1)).toContain('Task 0.');
    expect(articles()).toHaveLength(12);
  });

  it('refreshes on top without taking anything away', async () => {
    commitTasks(12);
    await renderFeed();
    await press(screen.getByRole('button', { name: 'Load more' }));
    const first = screen.getAllByRole('article')[0];

    commitTasks(1, 20);
    await press(screen.getByRole('button', { name: 'Refresh' }));

    expect(articles()).toHaveLength(13);
    expect(articles()[0]).toContain('Task 20.');
    expect(screen.getAllByRole('article')[1]).toBe(first);
  });

  it('updates itself every thirty seconds while nobody is reading', async () => {
    commitTasks(1);
    await renderFeed();

    commitTasks(1, 5);
    await settle(POLL_EVERY_MS);

    expect(articles()[0]).toContain('Task 5.');
  });

  it('lets new rows wait while somebody is in the list, and shows them when asked', async () => {
    commitTasks(1);
    await renderFeed();
    screen.getAllByRole('article')[0]?.focus();

    commitTasks(2, 5);
    await settle(POLL_EVERY_MS);
    expect(articles()).toHaveLength(1);

    await press(screen.getByRole('button', { name: '2 new activities' }));
    expect(articles()).toHaveLength(3);
    expect(screen.queryByRole('button', { name: /new activities/ })).toBeNull();
  });

  it('lets new rows wait under the pointer, and shows them when it leaves', async () => {
    commitTasks(1);
    await renderFeed();
    const list = screen.getByRole('feed').closest('tm-feed-list') as HTMLElement;
    fireEvent.pointerEnter(list);

    commitTasks(1, 5);
    await settle(POLL_EVERY_MS);
    expect(screen.getByRole('button', { name: '1 new activity' })).toBeTruthy();

    fireEvent.pointerLeave(list);
    await settle();
    expect(articles()).toHaveLength(2);
  });

  it('keeps the list while the server is away, says of when it is, and recovers', async () => {
    commitTasks(1);
    await renderFeed();

    api.isDown = true;
    await settle(POLL_EVERY_MS);
    expect(articles()).toHaveLength(1);
    expect(screen.getByText('Last updated 12:00')).toBeTruthy();

    api.isDown = false;
    await settle(POLL_EVERY_MS);
    expect(screen.queryByText(/Last updated/)).toBeNull();
  });

  it('says what went wrong when nothing can be shown, and loads on retry', async () => {
    commitTasks(1);
    api.isDown = true;
    await renderFeed();
    await settle(200);
    expect(screen.getByRole('alert').textContent).toContain('The database does not answer');

    api.isDown = false;
    await press(screen.getByRole('button', { name: 'Retry' }));
    expect(articles()).toHaveLength(1);
  });

  it('teaches when there is nothing yet', async () => {
    await renderFeed();

    expect(screen.getByText(/Start a timer/)).toBeTruthy();
  });

  it('offers to clear the filter that hides everything', async () => {
    commitTasks(1);
    await renderFeed();
    await press(screen.getByRole('button', { name: /Filter/ }));
    await press(screen.getByRole('menuitemradio', { name: 'Clients' }));

    await press(screen.getByRole('button', { name: 'Clear filter' }));
    expect(articles()).toHaveLength(1);
  });

  it('shows names as text, whatever is in them', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const changes = [{ field: 'name', from: '<b>old</b>', to: name }];
    const description = `Updated task "${name}"`;
    api.trail.commit(1, { display_name: name, entity_name: name, description, changes });
    const { container } = await renderFeed();

    expect(container.querySelector('img, b')).toBeNull();
    expect(articles()[0]).toContain(`${name} updated task ${name}`);
  });

  it('strikes through what is gone, also in its older rows, and leads nowhere', async () => {
    const thing = { entity_type: 'project', entity_id: 7, entity_name: 'Apollo' } as const;
    api.trail.commit(1, { ...thing, action: 'created', description: 'Created project "Apollo"' });
    api.trail.commit(2, { ...thing, action: 'deleted', description: 'Deleted project "Apollo"' });
    const { container } = await renderFeed();

    expect(container.querySelectorAll('s')).toHaveLength(2);
    expect(screen.queryByRole('link', { name: 'Apollo' })).toBeNull();
  });

  it('leaves the task as it is whose comment is gone', async () => {
    const about = { entity_type: 'comment', entity_id: 9, entity_name: 'Logo' } as const;
    const extra_data = { comment_id: 9, task_id: 5 };
    const deleted = { ...about, extra_data, action: 'deleted' } as const;
    api.trail.commit(1, { ...deleted, description: 'Deleted a comment on task "Logo"' });
    const { container } = await renderFeed();

    expect(container.querySelector('s')).toBeNull();
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: 'Logo' }).pathname).toBe('/tasks/5');
  });

  it('leads to the thing that a row is about', async () => {
    const description = 'Created project "Apollo"';
    const thing = { entity_type: 'project', entity_id: 7, entity_name: 'Apollo' } as const;
    api.trail.commit(1, { ...thing, action: 'created', description });
    await renderFeed();

    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'Apollo' });
    expect(link.pathname).toBe('/projects/7');
  });

  it('collapses a burst into one sentence that opens', async () => {
    for (let n = 0; n < 4; n++) api.trail.commit(n, { entity_name: `Part ${n}` });
    await renderFeed();
    expect(articles()).toEqual([expect.stringContaining('updated 4 tasks')]);

    const show = screen.getByRole('button', { name: 'Show all 4' });
    await press(show);
    expect(articles()).toHaveLength(5);
    expect(show.ariaExpanded).toBe('true');
    await press(show);
    expect(articles()).toHaveLength(1);
  });

  it('says of a bulk change that is larger than the page how much of it is loaded', async () => {
    const extra_data = { batch_size: 500, reason: 'Wrong project' };
    for (let n = 0; n < 10; n++) api.trail.commit(n, { batch_id: 'b1', extra_data });
    await renderFeed();

    expect(articles()).toEqual([expect.stringContaining('updated 500 tasks')]);
    expect(articles()[0]).toContain('“Wrong project”');
    expect(screen.getByRole('button', { name: 'Show the 10 loaded of 500' })).toBeTruthy();
  });

  it('is a feed in which PageUp and PageDown go from one article to the next', async () => {
    commitTasks(3);
    await renderFeed();
    const [first, second] = screen.getAllByRole('article');
    const feed = screen.getByRole('feed', { name: 'Recent activity' });
    first?.focus();

    fireEvent.keyDown(first as HTMLElement, { key: 'PageDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second as HTMLElement, { key: 'PageUp' });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first as HTMLElement, { key: 'Home', ctrlKey: true });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Refresh' }));

    expect(
      within(feed)
        .getAllByRole('article')
        .map((one) => one.getAttribute('aria-posinset')),
    ).toEqual(['1', '2', '3']);
  });

  it('shows where it came from to those who may know, with every change', async () => {
    const changes = [{ field: 'status', from: 'todo', to: 'done' }];
    api.trail.commit(1, { changes, ip_address: '203.0.113.7', user_agent: 'Firefox' });
    await renderFeed();

    await press(screen.getByRole('button', { name: 'Details' }));

    expect(screen.getByText('203.0.113.7')).toBeTruthy();
    const row = screen.getByRole('row', { name: 'Status To do Done' });
    expect(row).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Activity of this task' })).toBeTruthy();
  });

  it('tells those who listen how many are new', async () => {
    commitTasks(1);
    await renderFeed();
    await settle(15_000);

    commitTasks(2, 5);
    await settle(2 * POLL_EVERY_MS);
    await waitFor(() => expect(document.body.textContent).toContain('2 new activities'));
  });
});

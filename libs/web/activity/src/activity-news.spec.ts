import { TestBed } from '@angular/core/testing';
import { ActivityApi } from './activity-api';
import { ActivityNews } from './activity-news';
import { POLL_EVERY_MS } from './stream/feed-stream';
import { aViewer, NOON, provideViewer } from './testing/a-viewer';
import { FakeApi } from './testing/fake-api';

let api: FakeApi;
let heard: number[][];

const settle = (ms = 50) => jest.advanceTimersByTimeAsync(ms);

/** Listens to what happens to comments; gives back how to stop. */
async function listen(): Promise<() => void> {
  TestBed.configureTestingModule({
    providers: [provideViewer(aViewer()), { provide: ActivityApi, useValue: api }],
  });
  const filter = { entity_type: ['comment' as const], project_id: 3 };
  const listening = TestBed.inject(ActivityNews)
    .of(filter)
    .subscribe((rows) => heard.push(rows.map(({ id }) => id)));
  await settle();
  return () => listening.unsubscribe();
}

function show(isHidden: boolean): void {
  jest.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
  api = new FakeApi();
  heard = [];
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

it('tells what was there, then what is new, and nothing when nothing is', async () => {
  const { id: first } = api.trail.commit(1, { entity_type: 'comment' });
  await listen();
  const { id: second } = api.trail.commit(2, { entity_type: 'comment' });
  api.trail.commit(3, { entity_type: 'task' });
  await settle(POLL_EVERY_MS);
  await settle(POLL_EVERY_MS);

  expect(heard).toEqual([[], [first], [second, first]]);
  expect(api.asked).toHaveLength(3);
  expect(api.asked.every((asked) => asked.project_id === 3)).toBe(true);
});

it('asks nothing while the tab is hidden, and at once when it is shown again', async () => {
  await listen();
  show(true);
  await settle(3 * POLL_EVERY_MS);
  expect(api.asked).toHaveLength(1);

  show(false);
  await settle();
  expect(api.asked).toHaveLength(2);
});

it('goes on after a failure, and ends when nobody listens', async () => {
  const stop = await listen();
  api.isDown = true;
  await settle(POLL_EVERY_MS);
  api.isDown = false;
  const { id } = api.trail.commit(1, { entity_type: 'comment' });
  await settle(POLL_EVERY_MS);
  expect(heard.at(-1)).toEqual([id]);

  stop();
  await settle(3 * POLL_EVERY_MS);
  expect(api.asked).toHaveLength(3);
});

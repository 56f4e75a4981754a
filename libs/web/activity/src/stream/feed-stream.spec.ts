import { HttpErrorResponse } from '@angular/common/http';
import type { ActivityFilter } from '@tidemark/contracts';
import { BehaviorSubject, defer, delay, NEVER, of, Subject, throwError } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { FakeTrail } from '../testing/fake-trail';
import { EMPTY_FEED, type Feed } from './feed-state';
import { feedStream, GIVE_UP_AFTER_MS, type FeedPart, POLL_EVERY_MS } from './feed-stream';

const LATENCY_MS = 10;
/** Just after the answer to the n-th poll; the first is the initial load. */
const afterPoll = (n: number) => (n - 1) * POLL_EVERY_MS + LATENCY_MS + 1;
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

type Answer = 'normally' | 'with an error' | 'never' | 'with an unknown cursor';

/** Three rows on the server, pages of two, somebody reading, answers after ten milliseconds. */
class World {
  readonly trail = new FakeTrail(2);
  readonly filter = new BehaviorSubject<ActivityFilter>({});
  readonly refresh = new Subject<{ show: boolean }>();
  readonly older = new Subject<void>();
  readonly show = new Subject<void>();
  readonly isVisible = new BehaviorSubject(true);
  readonly isResting = new BehaviorSubject(false);
  readonly asked: (FeedPart & ActivityFilter)[] = [];
  answers: Answer = 'normally';
  latency = LATENCY_MS;
  now: Feed = EMPTY_FEED;

  constructor() {
    for (const second of [1, 2, 3]) this.trail.commit(second);
  }

  follow(resume?: Feed): void {
    const { filter, refresh, older, show, isVisible, isResting } = this;
    feedStream({
      ...{ filter, refresh, older, show, isVisible, isResting },
      fetch: (current, part) => this.fetch(current, part),
      memory: { find: () => resume, keep: () => undefined },
    }).subscribe((feed) => (this.now = feed));
  }

  private fetch(filter: ActivityFilter, part: FeedPart) {
    this.asked.push({ ...filter, ...part });
    if (this.answers === 'never') return NEVER;
    if (this.answers === 'with an error') return throwError(() => refusal('overloaded'));
    if (this.answers === 'with an unknown cursor' && part.after)
      return throwError(() => refusal('invalid-cursor'));
    return defer(() => of(this.trail.read(part)).pipe(delay(this.latency)));
  }
}

function refusal(code: string): HttpErrorResponse {
  const problem = { type: `/problems/${code}`, status: 503, detail: 'Away.' };
  return new HttpErrorResponse({ status: 503, error: problem });
}

/** Runs a world in virtual time; `at` acts or looks at a given millisecond. */
function virtually(
  story: (world: World, at: (ms: number, happens: () => void) => void) => void,
): void {
  const scheduler = new TestScheduler((actual, expected) => expect(actual).toEqual(expected));
  scheduler.run(({ flush }) => {
    const world = new World();
    story(world, (ms, happens) => scheduler.schedule(happens, ms));
    scheduler.maxFrames = 10 * POLL_EVERY_MS;
    flush();
  });
}

describe('feedStream', () => {
  it('loads the first page and says that there is more', () =>
    virtually((world, at) => {
      world.follow();

      at(1, () => expect(world.now.status).toBe('loading'));
      at(afterPoll(1), () => {
        expect(world.now).toMatchObject({ status: 'ready', hasMore: true, updatedAt: LATENCY_MS });
        expect(ids(world.now.activities)).toEqual([3, 2]);
      });
    }));

  it('asks every 30 seconds for what was committed since, and nothing else', () =>
    virtually((world, at) => {
      world.follow();

      at(afterPoll(3), () => expect(world.asked).toEqual([{}, { after: '3' }, { after: '3' }]));
    }));

  it('lets new rows wait while somebody reads, and shows them when asked', () =>
    virtually((world, at) => {
      world.follow();

      at(1000, () => world.trail.commit(4));
      at(afterPoll(2), () => {
        expect(ids(world.now.activities)).toEqual([3, 2]);
        expect(ids(world.now.pending)).toEqual([4]);
        world.show.next();
        expect(ids(world.now.activities)).toEqual([4, 3, 2]);
        expect(world.now.pending).toEqual([]);
      });
    }));

  it('inserts new rows by itself while nobody reads', () =>
    virtually((world, at) => {
      world.isResting.next(true);
      world.follow();

      at(1000, () => world.trail.commit(4));
      at(afterPoll(2), () => expect(ids(world.now.activities)).toEqual([4, 3, 2]));
    }));

  it('shows what waits as soon as the reader leaves', () =>
    virtually((world, at) => {
      world.follow();

      at(1000, () => world.trail.commit(4));
      at(afterPoll(2), () => {
        world.isResting.next(true);
        expect(ids(world.now.activities)).toEqual([4, 3, 2]);
      });
    }));

  it('puts a row that committed late where its time belongs', () =>
    virtually((world, at) => {
      world.isResting.next(true);
      world.follow();

      at(1000, () => world.trail.commit(2));
      at(afterPoll(2), () => expect(ids(world.now.activities)).toEqual([3, 4, 2]));
    }));

  it('leaves no gap when a late row belongs below the last one on screen', () =>
    virtually((world, at) => {
      world.isResting.next(true);
      world.trail.commit(4);
      world.follow();

      at(1000, () => world.trail.commit(1));
      at(afterPoll(2), () => {
        expect(ids(world.now.activities)).toEqual([4, 3]);
        world.older.next();
      });
      at(afterPoll(2) + 20, () => expect(ids(world.now.activities)).toEqual([4, 3, 2, 5]));
      at(afterPoll(2) + 30, () => world.older.next());
      at(afterPoll(2) + 50, () => expect(ids(world.now.activities)).toEqual([4, 3, 2, 5, 1]));
    }));

  it('shows a late row that the page below was read too early to hold', () =>
    virtually((world, at) => {
      world.isResting.next(true);
      world.follow();

      at(POLL_EVERY_MS - 5, () => {
        world.latency = 1000;
        // Read before the late row commits, answered after the poll that brings it.
        world.older.next();
        world.latency = LATENCY_MS;
        world.trail.commit(1);
      });
      at(afterPoll(2) + 2000, () => expect(ids(world.now.activities)).toEqual([3, 2, 4, 1]));
    }));

  it('starts over when more is new than one answer holds, but not under the eyes of a reader', () =>
    virtually((world, at) => {
      world.follow();

      at(1000, () => [4, 5, 6].forEach((second) => world.trail.commit(second)));
      at(afterPoll(2), () => {
        expect(world.now.isOutrun).toBe(true);
        expect(ids(world.now.activities)).toEqual([3, 2]);
        world.show.next();
      });
      at(afterPoll(2) + 30, () => {
        expect(world.now.isOutrun).toBe(false);
        expect(ids(world.now.activities)).toEqual([6, 5]);
        expect(world.now.hasMore).toBe(true);
      });
    }));

  it('starts over by itself when nobody reads', () =>
    virtually((world, at) => {
      world.isResting.next(true);
      world.follow();

      at(1000, () => [4, 5, 6].forEach((second) => world.trail.commit(second)));
      at(afterPoll(2) + 20, () => expect(ids(world.now.activities)).toEqual([6, 5]));
    }));

  it('does not take a page below that was read for the list before it started over', () =>
    virtually((world, at) => {
      world.isResting.next(true);
      world.follow();

      at(POLL_EVERY_MS - 5, () => {
        world.latency = 1000;
        world.older.next();
        world.latency = LATENCY_MS;
        [1, 2, 3].forEach((second) => world.trail.commit(second));
      });
      at(afterPoll(2) + 20, () => expect(ids(world.now.activities)).toEqual([6, 3]));
      at(afterPoll(2) + 2000, () => {
        expect(ids(world.now.activities)).toEqual([6, 3]);
        world.older.next();
      });
      at(afterPoll(2) + 2020, () => expect(ids(world.now.activities)).toEqual([6, 3, 5, 2]));
    }));

  it('starts over when the server no longer knows the cursor', () =>
    virtually((world, at) => {
      world.follow();

      at(1000, () => (world.answers = 'with an unknown cursor'));
      at(afterPoll(2), () => {
        expect(world.now).toMatchObject({ isOutrun: true, problem: null });
        world.trail.commit(4);
        world.refresh.next({ show: true });
      });
      at(afterPoll(2) + 20, () => expect(ids(world.now.activities)).toEqual([4, 3]));
    }));

  it('keeps the list and goes on polling when a poll fails', () =>
    virtually((world, at) => {
      world.isResting.next(true);
      world.follow();

      at(1000, () => (world.answers = 'with an error'));
      at(afterPoll(2), () => {
        expect(world.now).toMatchObject({ status: 'ready', problem: { detail: 'Away.' } });
        expect(ids(world.now.activities)).toEqual([3, 2]);
        world.answers = 'normally';
        world.trail.commit(4);
      });
      at(afterPoll(3), () => {
        expect(world.now.problem).toBeNull();
        expect(ids(world.now.activities)).toEqual([4, 3, 2]);
      });
    }));

  it('gives up on an answer that never comes, and goes on polling', () =>
    virtually((world, at) => {
      world.follow();

      at(1000, () => (world.answers = 'never'));
      at(POLL_EVERY_MS + GIVE_UP_AFTER_MS + 1, () => {
        expect(world.now.problem?.type).toBe('/problems/timeout');
        world.answers = 'normally';
      });
      at(afterPoll(3), () => expect(world.now.problem).toBeNull());
    }));

  it('says so when the first page fails, and recovers by a retry', () =>
    virtually((world, at) => {
      world.answers = 'with an error';
      world.follow();

      at(20, () => {
        expect(world.now).toMatchObject({ status: 'failed', problem: { status: 503 } });
        world.answers = 'normally';
        world.refresh.next({ show: true });
      });
      at(40, () => expect(world.now).toMatchObject({ status: 'ready', problem: null }));
    }));

  it('loads the very same page after a failed "older", and skips nothing', () =>
    virtually((world, at) => {
      world.follow();

      at(20, () => {
        world.answers = 'with an error';
        world.older.next();
        expect(world.now).toMatchObject({ olderStatus: 'failed', hasMore: true });
        world.answers = 'normally';
        world.older.next();
      });
      at(40, () => {
        expect(ids(world.now.activities)).toEqual([3, 2, 1]);
        expect(world.now).toMatchObject({
          olderStatus: 'idle',
          olderProblem: null,
          hasMore: false,
        });
        expect(world.asked[1]).toEqual(world.asked[2]);
      });
    }));

  it('goes on polling after the second page was loaded', () =>
    virtually((world, at) => {
      world.isResting.next(true);
      world.follow();

      at(20, () => world.older.next());
      at(1000, () => world.trail.commit(4));
      at(afterPoll(2), () => expect(ids(world.now.activities)).toEqual([4, 3, 2, 1]));
    }));

  it('asks for the page below once, however often the button is pressed', () =>
    virtually((world, at) => {
      world.follow();

      at(20, () => [1, 2, 3].forEach(() => world.older.next()));
      at(40, () => expect(world.asked.filter(({ before }) => before)).toHaveLength(1));
    }));

  it('never has two polls in flight', () =>
    virtually((world, at) => {
      world.follow();

      at(20, () => [1, 2, 3].forEach(() => world.refresh.next({ show: true })));
      at(21, () => {
        expect(world.asked).toHaveLength(2);
        expect(world.now.isRefreshing).toBe(true);
      });
      at(40, () => expect(world.now.isRefreshing).toBe(false));
    }));

  it('asks once more for a refresh that came while an answer was under way', () =>
    virtually((world, at) => {
      world.isResting.next(true);
      world.follow();
      at(1000, () => {
        world.refresh.next({ show: false });
        world.trail.commit(4);
      });
      at(1002, () => world.trail.commit(5));
      at(1003, () => {
        world.refresh.next({ show: false });
        world.refresh.next({ show: false });
      });
      at(1030, () => {
        expect(ids(world.now.activities)).toEqual([5, 4, 3, 2]);
        expect(world.asked).toHaveLength(3);
      });
    }));

  it('shows at once what a refresh brings to the top of the list', () =>
    virtually((world, at) => {
      world.follow();

      at(20, () => {
        world.trail.commit(4);
        world.refresh.next({ show: true });
      });
      at(40, () => expect(ids(world.now.activities)).toEqual([4, 3, 2]));
    }));

  it('rests while the tab is hidden and asks at once when it is seen again', () =>
    virtually((world, at) => {
      world.follow();

      at(1000, () => world.isVisible.next(false));
      at(5 * POLL_EVERY_MS, () => {
        expect(world.asked).toHaveLength(1);
        world.isVisible.next(true);
      });
      at(5 * POLL_EVERY_MS + 1, () => expect(world.asked).toHaveLength(2));
    }));

  it('drops the answer to an old filter and starts over with the new one', () =>
    virtually((world, at) => {
      world.follow();

      at(5, () => world.filter.next({ entity_type: ['task'] }));
      at(6, () => expect(world.now.status).toBe('loading'));
      at(40, () => {
        expect(world.now.status).toBe('ready');
        expect(world.asked).toEqual([{}, { entity_type: ['task'] }]);
      });
    }));

  it('goes on from a feed that is given, and only asks what is new', () =>
    virtually((world, at) => {
      const page = { ...EMPTY_FEED, status: 'ready' as const, activities: world.trail.all() };
      world.follow({ ...page, after: '3' });
      world.trail.commit(4);

      expect(ids(world.now.activities)).toEqual([3, 2, 1]);
      at(afterPoll(1), () => {
        expect(world.asked).toEqual([{ after: '3' }]);
        expect(ids(world.now.pending)).toEqual([4]);
      });
    }));
});

import type { ActivityPage } from '@tidemark/contracts';
import fc from 'fast-check';
import { BehaviorSubject, Observable, of, Subject, type Subscriber } from 'rxjs';
import { FakeTrail } from '../testing/fake-trail';
import { byNewest, EMPTY_FEED, type Feed } from './feed-state';
import { feedStream, type FeedPart } from './feed-stream';

const PAGE = 3;
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

/** A request on its way: read by the server at one moment, answered at a later one, or never. */
interface Request {
  part: FeedPart;
  answer?: ActivityPage;
  to: Subscriber<ActivityPage>;
}

/** At most one request is on its way for each end of the list. */
type Lane = 'top' | 'bottom';
type Event =
  | { kind: 'commit'; seconds: number[] }
  | { kind: 'serve' | 'answer' | 'fail'; lane: Lane }
  | { kind: 'poll' | 'older' | 'show' | 'enter' | 'leave' };

const seconds = fc.array(fc.nat(20), { minLength: 1, maxLength: PAGE + 1 });
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('commit' as const), seconds }) },
  { weight: 2, arbitrary: settling('serve') },
  { weight: 5, arbitrary: settling('answer') },
  { weight: 1, arbitrary: settling('fail') },
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constantFrom('poll', 'poll', 'older', 'older', 'show', 'enter', 'leave'),
    }),
  },
) satisfies fc.Arbitrary<Event>;
const story = fc.array(happening, { maxLength: 80 });

function settling(kind: 'serve' | 'answer' | 'fail') {
  return fc.record({ kind: fc.constant(kind), lane: fc.constantFrom<Lane>('top', 'bottom') });
}

/** The feed against a server that it can only see through answers that are late, lost, or out of order. */
class World {
  private readonly trail = new FakeTrail(PAGE);
  private readonly refresh = new Subject<{ show: boolean }>();
  private readonly older = new Subject<void>();
  private readonly show = new Subject<void>();
  private readonly isResting = new BehaviorSubject(false);
  private requests: Request[] = [];
  now: Feed = EMPTY_FEED;

  constructor() {
    for (let second = 0; second < 10; second++) this.trail.commit(2 * second);
    const { refresh, older, show, isResting } = this;
    feedStream({
      ...{ refresh, older, show, isResting },
      filter: of({}),
      isVisible: new Subject<boolean>(),
      fetch: (_, part) =>
        new Observable<ActivityPage>((to) => {
          const request: Request = { part, to };
          this.requests.push(request);
          return () => (this.requests = this.requests.filter((one) => one !== request));
        }),
    }).subscribe((feed) => (this.now = feed));
    this.happens({ kind: 'poll' });
    this.happens({ kind: 'answer', lane: 'top' });
  }

  happens(event: Event): void {
    if (event.kind === 'commit') event.seconds.forEach((second) => this.trail.commit(second));
    if (event.kind === 'poll') this.refresh.next({ show: false });
    if (event.kind === 'older') this.older.next();
    if (event.kind === 'show') this.show.next();
    if (event.kind === 'enter') this.isResting.next(false);
    if (event.kind === 'leave') this.isResting.next(true);
    if ('lane' in event) this.settle(event.kind, event.lane);
  }

  private settle(kind: 'serve' | 'answer' | 'fail', lane: Lane): void {
    const request = this.requests.find(({ part }) => !!part.before === (lane === 'bottom'));
    if (!request) return;
    if (kind === 'fail') return request.to.error(new Error('lost'));
    request.answer ??= this.trail.read(request.part);
    if (kind === 'serve') return;
    request.to.next(request.answer);
    request.to.complete();
  }

  private answerAll(): void {
    while (this.requests.length > 0) {
      this.settle('answer', 'top');
      this.settle('answer', 'bottom');
    }
  }

  /** Everything that is known is sorted, once each, and without a hole down to the last row on screen. */
  check(): void {
    const { activities, pending, below, bottom } = this.now;
    expect(activities).toEqual(activities.toSorted(byNewest));
    const known = [...activities, ...pending, ...below];
    expect(new Set(ids(known)).size).toBe(known.length);
    if (bottom) expect(activities.every((row) => byNewest(row, bottom) <= 0)).toBe(true);
  }

  /** Lets everything arrive, loads every page, shows all of it. */
  settleDown(): void {
    this.isResting.next(true);
    for (let round = 0; round < 100; round++) {
      this.refresh.next({ show: true });
      this.older.next();
      this.answerAll();
    }
  }

  /** The feed must now be the server's list. */
  checkWhole(): void {
    expect(ids(this.now.activities)).toEqual(ids(this.trail.all()));
    expect(this.now).toMatchObject({ pending: [], hasMore: false, isOutrun: false });
  }

  /** After a poll that nothing overlapped: what is on screen or waiting is the top of the server's list. */
  checkTop(): void {
    this.answerAll();
    this.refresh.next({ show: true });
    this.answerAll();
    const top = this.trail.all().slice(0, this.now.activities.length);
    expect(ids(this.now.activities)).toEqual(ids(top));
  }
}

describe('feedStream, whatever happens in whatever order', () => {
  it('shows no row twice, keeps the order, and never leaves a gap', () => {
    fc.assert(
      fc.property(story, (events) => {
        const world = new World();
        for (const event of events) {
          world.happens(event);
          world.check();
        }
        world.checkTop();
      }),
      { numRuns: 1000 },
    );
  });

  it('ends up with exactly what the server has', () => {
    fc.assert(
      fc.property(story, (events) => {
        const world = new World();
        events.forEach((event) => world.happens(event));
        world.settleDown();
        world.checkWhole();
      }),
      { numRuns: 1000 },
    );
  });
});

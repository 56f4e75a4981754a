import type { ActivityFilter, ActivityPage } from '@tidemark/contracts';
import { codeOf, toProblem } from '@tidemark/web/ui';
import {
  BehaviorSubject,
  catchError,
  defer,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  filter as only,
  ignoreElements,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  repeat,
  startWith,
  switchMap,
  takeUntil,
  tap,
  throwError,
  timeout,
  timer,
  timestamp,
} from 'rxjs';
import {
  addNewest,
  addOlder,
  EMPTY_FEED,
  failNewest,
  failOlder,
  type Feed,
  markOlderLoading,
  mayShow,
  outrun,
  refreshing,
  restWhen,
  showPending,
  startOver,
  type Step,
} from './feed-state';

export const POLL_EVERY_MS = 30_000;
/** A request that hangs must not stop the polling for good. */
export const GIVE_UP_AFTER_MS = 20_000;

/** Which part of the feed: the first page, the page below `before`, or what was committed since `after`. */
export interface FeedPart {
  before?: string;
  after?: string;
}

export interface FeedSources {
  filter: Observable<ActivityFilter>;
  fetch: (filter: ActivityFilter, part: FeedPart) => Observable<ActivityPage>;
  /** Look for something newer now; `show` it at once, or let it wait for the reader. */
  refresh: Observable<{ show: boolean }>;
  /** Load the page below; after a failure, the same one again. */
  older: Observable<void>;
  /** Show what waits. */
  show: Observable<void>;
  /** Whether polling makes sense: the tab is visible. */
  isVisible: Observable<boolean>;
  /** Whether new rows may insert by themselves: at the top of the list, nobody pointing at it or working in it. */
  isResting: Observable<boolean>;
  memory?: FeedKeeper;
}

/** Keeps feeds for when somebody comes back to them, such as by "Back". */
export interface FeedKeeper {
  keep(filter: ActivityFilter, feed: Feed): void;
  /** A feed to go on from. */
  find(filter: ActivityFilter): Feed | undefined;
}

/**
 * A new filter starts over; a poll or a refresh adds on top; "older" adds below.
 * Requests for the top never overlap, nor do those for the bottom, and neither waits for the other.
 * Failures become part of the feed: it never ends by itself.
 */
export function feedStream(sources: FeedSources): Observable<Feed> {
  return sources.filter.pipe(
    switchMap((filter) => defer(() => new Reading(filter, sources).feed())),
  );
}

/** One filter's feed, from its first page on. */
class Reading {
  private readonly now: BehaviorSubject<Feed>;
  /** Somebody asked for something newer since the latest request for it was sent. */
  private isAskedFor = false;

  constructor(
    private readonly filter: ActivityFilter,
    private readonly sources: FeedSources,
  ) {
    this.now = new BehaviorSubject<Feed>(sources.memory?.find(filter) ?? EMPTY_FEED);
  }

  feed(): Observable<Feed> {
    const { isResting, refresh, show } = this.sources;
    // What the reader says comes first, so that a request that follows from it knows.
    const steps = merge(
      isResting.pipe(map(restWhen)),
      refresh.pipe(map((asked) => refreshing(asked.show))),
      show.pipe(map(() => showPending)),
      this.newer(),
      this.older(),
    ).pipe(tap((step) => this.now.next(step(this.now.value))));
    const kept = this.now.pipe(tap((feed) => this.sources.memory?.keep(this.filter, feed)));
    return merge(kept, steps.pipe(ignoreElements()));
  }

  private newer(): Observable<Step> {
    const { isVisible, refresh, show } = this.sources;
    const startsOver = show.pipe(only(() => this.now.value.isOutrun));
    const asked = merge(refresh, startsOver).pipe(tap(() => (this.isAskedFor = true)));
    return merge(polls(isVisible), asked).pipe(
      exhaustMap(() =>
        defer(() => this.newest()).pipe(
          // Who asks while an answer is under way may know of something that it is too early for.
          repeat({ delay: () => (this.isAskedFor ? of(0) : EMPTY) }),
        ),
      ),
    );
  }

  private newest(): Observable<Step> {
    this.isAskedFor = false;
    const { after } = this.now.value;
    return (after === null ? this.firstPage() : this.since(after)).pipe(
      catchError((error: unknown) => of(failNewest(toProblem(error)))),
    );
  }

  private older(): Observable<Step> {
    return this.sources.older.pipe(
      exhaustMap(() => {
        const { before } = this.now.value;
        if (before === null) return EMPTY;
        return this.fetch({ before }).pipe(
          map(({ value }) => addOlder(value)),
          catchError((error: unknown) => of(failOlder(toProblem(error)))),
          startWith(markOlderLoading),
          takeUntil(this.startedOver()),
        );
      }),
    );
  }

  /** A page that was read for the list before would leave out what was committed in between. */
  private startedOver(): Observable<unknown> {
    const { edition } = this.now.value;
    return this.now.pipe(only((feed) => feed.edition !== edition));
  }

  private firstPage(): Observable<Step> {
    return this.fetch({}).pipe(map((page) => startOver(page.value, page.timestamp)));
  }

  private since(after: string): Observable<Step> {
    return this.fetch({ after }).pipe(
      switchMap((page) =>
        page.value.has_next ? this.outrun() : of(addNewest(page.value, page.timestamp)),
      ),
      catchError((error: unknown) =>
        codeOf(toProblem(error)) === 'invalid-cursor' ? this.outrun() : throwError(() => error),
      ),
    );
  }

  /** Starting over moves the whole list, so it waits for the reader as well. */
  private outrun(): Observable<Step> {
    return mayShow(this.now.value) ? this.firstPage() : of(outrun);
  }

  private fetch(part: FeedPart) {
    return defer(() => this.sources.fetch(this.filter, part)).pipe(
      timeout(GIVE_UP_AFTER_MS),
      timestamp(),
    );
  }
}

/** At once, and then every 30 seconds while somebody can see it. Coming back to the tab asks at once. */
function polls(isVisible: Observable<boolean>): Observable<unknown> {
  return isVisible.pipe(
    distinctUntilChanged(),
    switchMap((visible, index) => {
      if (visible) return timer(0, POLL_EVERY_MS);
      return index === 0 ? of(0) : NEVER;
    }),
  );
}

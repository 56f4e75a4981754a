import { computed, DestroyRef, inject, Injectable, type Signal, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { ActivityFilter } from '@tidemark/contracts';
import { MAX_LIMIT } from '@tidemark/contracts';
import { BehaviorSubject, distinctUntilChanged, map, of, Subject, switchMap, timer } from 'rxjs';
import { ActivityApi } from '../activity-api';
import { EMPTY_FEED, type Feed } from '../stream/feed-state';
import { feedStream } from '../stream/feed-stream';
import { whetherVisible } from '../stream/whether-visible';
import { FeedMemory, keyOf } from './feed-memory';

/** The old list stays on screen while the new one loads, but not long enough to be taken for it. */
const HOLD_MS = 150;

export interface Followed {
  filter: Signal<ActivityFilter>;
  pageSize: Signal<number>;
  /** "Back" finds what was loaded. */
  remembers?: boolean;
}

/** One feed on screen: the stream behind it as signals, and what a person can ask of it. One per component that shows a feed. */
@Injectable()
export class FeedStore {
  private readonly api = inject(ActivityApi);
  private readonly memory = inject(FeedMemory);
  private readonly destroyRef = inject(DestroyRef);
  private readonly isVisible = whetherVisible();

  private readonly refreshes = new Subject<{ show: boolean }>();
  private readonly olders = new Subject<void>();
  private readonly shows = new Subject<void>();
  private readonly resting = new BehaviorSubject(true);
  private readonly current = signal<Feed>(EMPTY_FEED);

  private readonly followed = signal<Signal<ActivityFilter> | null>(null);

  readonly feed = this.current.asReadonly();
  /** What the feed is filtered by. */
  readonly filter = computed<ActivityFilter>(() => this.followed()?.() ?? {});

  /** Shows the feed of a filter from now on. Once, in the constructor of the component that provides this. */
  follow({ filter, pageSize, remembers = false }: Followed): void {
    this.followed.set(filter);
    feedStream({
      filter: toObservable(filter).pipe(
        distinctUntilChanged((one, other) => keyOf(one) === keyOf(other)),
      ),
      fetch: (one, part) =>
        this.api.list(one, { ...part, limit: part.after ? MAX_LIMIT : pageSize() }),
      refresh: this.refreshes,
      older: this.olders,
      show: this.shows,
      isVisible: this.isVisible,
      isResting: this.resting,
      ...(remembers && { memory: this.memory }),
    })
      .pipe(
        switchMap((feed) =>
          feed.status === 'loading' ? timer(HOLD_MS).pipe(map(() => feed)) : of(feed),
        ),
        takeUntilDestroyed(this.destroyRef),
      )
      .subscribe((feed) => this.current.set(feed));
  }

  /** Looks for something newer. At the top of the list it is shown at once; further down it waits. */
  refresh(show: boolean): void {
    this.refreshes.next({ show });
  }

  loadOlder(): void {
    this.olders.next();
  }

  showPending(): void {
    this.shows.next();
  }

  /** Whether nobody is reading, so that new rows may insert by themselves. */
  rest(isResting: boolean): void {
    if (isResting !== this.resting.value) this.resting.next(isResting);
  }
}

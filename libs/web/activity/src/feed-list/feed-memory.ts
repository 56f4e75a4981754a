import { computed, inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import type { ActivityFilter } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import type { Feed } from '../stream/feed-state';
import type { FeedKeeper } from '../stream/feed-stream';

const REMEMBERED = 8;

/** Feeds as they were when somebody went on to another page, so that "Back" finds what was loaded. */
@Service()
export class FeedMemory implements FeedKeeper {
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  /** Nobody finds what somebody else has loaded. */
  private readonly owned = computed(() => ({
    owner: this.session.me()?.id,
    feeds: new Map<string, Feed>(),
  }));

  keep(filter: ActivityFilter, feed: Feed): void {
    if (feed.status !== 'ready') return;
    const { feeds } = this.owned();
    const key = keyOf(filter);
    feeds.delete(key);
    feeds.set(key, { ...feed, isRefreshing: false, isWanted: false, olderStatus: 'idle' });
    for (const old of [...feeds.keys()].slice(0, -REMEMBERED)) feeds.delete(old);
  }

  /** The feed as it was, when the way here was "Back" or "Forward". */
  find(filter: ActivityFilter): Feed | undefined {
    const navigation = this.router.currentNavigation() ?? this.router.lastSuccessfulNavigation();
    return navigation?.trigger === 'popstate' ? this.owned().feeds.get(keyOf(filter)) : undefined;
  }
}

/** Equal filters have equal keys, in whatever order they were put together. */
export function keyOf(filter: ActivityFilter): string {
  return JSON.stringify(Object.entries(filter).sort(([one], [other]) => (one < other ? -1 : 1)));
}

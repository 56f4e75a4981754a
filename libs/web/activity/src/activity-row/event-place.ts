import { computed, inject, type Signal } from '@angular/core';
import type { Params } from '@angular/router';
import type { ActivityView } from '@tidemark/contracts';
import { FeedStore } from '../feed-list/feed-store';
import { writeFilter } from '../filter/filter-codec';

/**
 * The page of an activity that stands in a feed. The filter of the feed goes along, so that one can go on from there to
 * the ones before and after. In an injection context below the feed.
 */
export function eventPlace(activity: () => ActivityView): {
  commands: Signal<(string | number)[]>;
  queryParams: Signal<Params>;
} {
  const store = inject(FeedStore);
  return {
    commands: computed(() => ['/activity', activity().id]),
    queryParams: computed(() => writeFilter(store.filter())),
  };
}

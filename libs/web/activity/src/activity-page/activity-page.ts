import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { type EntityType, DEFAULT_LIMIT } from '@tidemark/contracts';
import { RouterLink } from '@angular/router';
import { Hotkeys, Icon, PageHeader } from '@tidemark/web/ui';
import { FeedAge } from '../feed-list/feed-age';
import { FeedList } from '../feed-list/feed-list';
import { FeedStore } from '../feed-list/feed-store';
import { RefreshButton } from '../feed-list/refresh-button';
import { FilterBar } from '../filter-bar/filter-bar';
import { RANGES } from '../filter/page-filter';
import { PageFilters } from '../filter/page-filters';
import { SavedFilters } from '../saved-filters/saved-filters';
import { StatsStrip } from '../stats/stats-strip';

const USUAL_DAYS = 7;

/** The whole feed on a page of its own, with every filter in the address and the latest days in numbers. */
@Component({
  selector: 'tm-activity-page',
  imports: [
    FeedAge,
    FeedList,
    FilterBar,
    Icon,
    PageHeader,
    RefreshButton,
    RouterLink,
    SavedFilters,
    StatsStrip,
  ],
  templateUrl: './activity-page.html',
  styleUrl: './activity-page.css',
  providers: [FeedStore, PageFilters],
  host: { class: 'page' },
})
export class ActivityPage {
  protected readonly filters = inject(PageFilters);
  protected readonly store = inject(FeedStore);

  private readonly list = viewChild.required(FeedList);
  private readonly filterBar = viewChild.required(FilterBar);
  private readonly stats = viewChild.required(StatsStrip);

  /** The numbers follow a period that ends today and that is longer than the usual one. */
  protected readonly days = computed(() => {
    const { range } = this.filters.filter();
    return range ? Math.max(USUAL_DAYS, RANGES[range]) : USUAL_DAYS;
  });

  constructor() {
    this.store.follow({
      filter: this.filters.resolved,
      pageSize: signal(DEFAULT_LIMIT),
      remembers: true,
    });
    const run = () => this.filterBar().focus();
    inject(Hotkeys).register({ key: 'f', label: 'Filter', run });
  }

  protected refresh(): void {
    this.list().refresh();
    this.stats().reload();
  }

  /** Shows one type alone; again, all of them. */
  protected showType(type: EntityType): void {
    const shown = this.filters.filter().entity_type ?? [];
    const isAlone = shown.length === 1 && shown[0] === type;
    this.filters.change({ entity_type: isAlone ? [] : [type], entity_id: undefined });
  }
}

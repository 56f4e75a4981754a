import { Component, computed, effect, inject, input, numberAttribute } from '@angular/core';
import { type Params, Router, RouterLink } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
import {
  codeOf,
  CopyButton,
  EmptyState,
  ErrorState,
  formatExact,
  Hotkeys,
  Icon,
  loaded,
  Now,
  PageTitle,
  Skeleton,
} from '@tidemark/web/ui';
import { ActivityApi } from '../activity-api';
import { ActivitySentence } from '../activity-row/activity-sentence';
import { ChangeChips } from '../activity-row/change-chips';
import { DeedBadge } from '../activity-row/deed-badge';
import { EventLinks } from '../activity-row/event-links';
import { changeChips } from '../describe/change-chips';
import { describeActivity, sentenceOf } from '../describe/describe-activity';
import { ENTITY_BADGES, historyOf } from '../entity-badges';
import { writeFilter } from '../filter/filter-codec';
import { PageFilters } from '../filter/page-filters';
import { ago } from './ago';
import { EventChanges } from './event-changes';
import { EventFacts } from './event-facts';
import { EventJson } from './event-json';

const REFUSALS = new Set(['not-found', 'forbidden', 'invalid-parameter', 'validation-failed']);

/**
 * One activity with everything that the viewer may know of it. The filter in the address, which came along from a feed,
 * says which activities are before and after it.
 */
@Component({
  selector: 'tm-event-page',
  imports: [
    ActivitySentence,
    ChangeChips,
    CopyButton,
    DeedBadge,
    EmptyState,
    ErrorState,
    EventChanges,
    EventFacts,
    EventJson,
    Icon,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './event-page.html',
  styleUrl: './event-page.css',
  providers: [PageFilters],
  host: { class: 'page' },
})
export class EventPage {
  private readonly api = inject(ActivityApi);
  private readonly filters = inject(PageFilters);
  private readonly links = inject(EventLinks);
  private readonly now = inject(Now);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly title = inject(PageTitle);

  /** From the route. */
  readonly id = input.required({ transform: numberAttribute });

  protected readonly loaded = loaded(
    () => ({ id: this.id(), filter: this.filters.resolved() }),
    ({ id, filter }) => this.api.find(id, filter),
  );
  /** The one before stays while the next is on its way. */
  protected readonly event = computed(() => {
    const event = this.loaded.value();
    return event?.activity.id === this.id() || this.loaded.loading() ? event : undefined;
  });
  protected readonly isMissing = computed(() => this.refusal() === 'not-found');
  private readonly refusal = computed(() => {
    const problem = this.loaded.problem();
    return problem && codeOf(problem);
  });

  protected readonly activity = computed(() => this.event()?.activity);
  protected readonly params = computed<Params>(() => writeFilter(this.filters.filter()));
  protected readonly isFiltered = computed(() => this.filters.count() > 0);
  protected readonly newer = computed(() => placeOf(this.event()?.newer_id));
  protected readonly older = computed(() => placeOf(this.event()?.older_id));

  protected readonly told = computed(() => {
    const activity = this.activity();
    return activity && describeActivity(activity);
  });
  protected readonly exact = computed(() =>
    formatExact(this.activity()?.created_at ?? '', this.session.zone()),
  );
  protected readonly ago = computed(() =>
    ago(this.activity()?.created_at ?? '', this.now.everyMinute()),
  );
  protected readonly chips = computed(() => {
    const activity = this.activity();
    // The table below says the changes themselves.
    return activity ? changeChips({ ...activity, changes: [] }, this.session.zone()).chips : [];
  });
  protected readonly place = computed(() => {
    const [activity, viewer] = [this.activity(), this.session.me()];
    return activity && viewer ? ENTITY_BADGES[activity.entity_type].route(activity, viewer) : null;
  });
  protected readonly history = computed(() => {
    const [activity, viewer] = [this.activity(), this.session.me()];
    return activity && viewer ? historyOf(activity, viewer) : null;
  });
  protected readonly typeName = computed(() => {
    const activity = this.activity();
    return activity ? ENTITY_BADGES[activity.entity_type].label.toLowerCase() : '';
  });
  protected readonly link = computed(() => this.links.of(this.id()));

  constructor() {
    const hotkeys = inject(Hotkeys);
    hotkeys.register({ key: 'j', label: 'Older activity', run: () => this.go(this.older()) });
    hotkeys.register({ key: 'k', label: 'Newer activity', run: () => this.go(this.newer()) });
    effect(() => {
      const [activity, told] = [this.activity(), this.told()];
      if (activity && told) this.title.name.set(`${activity.display_name} ${sentenceOf(told)}`);
    });
    effect(() => {
      // A link that was copied with somebody else's filter still leads to the activity.
      if (this.isFiltered() && REFUSALS.has(this.refusal() ?? '')) this.filters.clear();
    });
  }

  private go(place: (string | number)[] | null): void {
    if (place) void this.router.navigate(place, { queryParamsHandling: 'preserve' });
  }
}

const placeOf = (id: number | null | undefined) => (id ? ['/activity', id] : null);

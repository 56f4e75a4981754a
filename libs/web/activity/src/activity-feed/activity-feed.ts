import {
  booleanAttribute,
  Component,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { type ActivityFilter, ENTITY_TYPES, type EntityType } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Icon } from '@tidemark/web/ui';
import { ENTITY_BADGES, seesEverything } from '../entity-badges';
import { FeedAge } from '../feed-list/feed-age';
import { FeedList } from '../feed-list/feed-list';
import { FeedStore } from '../feed-list/feed-store';
import { RefreshButton } from '../feed-list/refresh-button';

let made = 0;

/**
 * Recent activity as a card: the widget of the dashboard, and with a fixed filter the history of a project or an entry.
 * It keeps itself up to date, can be filtered by type and refreshed, and loads more on demand.
 */
@Component({
  selector: 'tm-activity-feed',
  imports: [FeedAge, FeedList, Icon, MatMenu, MatMenuItem, MatMenuTrigger, RefreshButton],
  templateUrl: './activity-feed.html',
  styleUrl: './activity-feed.css',
  providers: [FeedStore],
  host: { '[class.tall]': 'tall()' },
})
export class ActivityFeed {
  private readonly session = inject(SessionStore);
  protected readonly store = inject(FeedStore);

  /** What the feed is about; the menu filters further. */
  readonly filter = input<ActivityFilter>({});
  readonly pageSize = input(10);
  readonly heading = input('Recent activity');
  /** As long as its rows, instead of scrolling inside. */
  readonly tall = input(false, { transform: booleanAttribute });

  private readonly list = viewChild.required(FeedList);
  protected readonly headingId = `tm-activity-${++made}`;
  protected readonly badges = ENTITY_BADGES;
  protected readonly type = signal<EntityType | undefined>(undefined);

  /** The types to choose from; none where the filter has decided already. */
  protected readonly types = computed(() => {
    const viewer = this.session.me();
    if (this.filter().entity_type) return [];
    return ENTITY_TYPES.filter((type) => type !== 'user' || (viewer && seesEverything(viewer)));
  });
  protected readonly typeName = computed(() => {
    const type = this.type();
    return type ? ENTITY_BADGES[type].plural : 'All activity';
  });

  constructor() {
    const filter = computed<ActivityFilter>(() => {
      const type = this.type();
      return { ...this.filter(), ...(type && { entity_type: [type] }) };
    });
    this.store.follow({ filter, pageSize: this.pageSize });
  }

  protected refresh(): void {
    this.list().refresh();
  }
}

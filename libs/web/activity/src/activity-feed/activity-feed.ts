import {
  booleanAttribute,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { type ActivityFilter, ENTITY_TYPES, type EntityType } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Hotkeys, Icon, type MenuItem, MenuTrigger } from '@tidemark/web/ui';
import { skip } from 'rxjs';
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
  imports: [FeedAge, FeedList, Icon, MenuTrigger, RefreshButton],
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
  /** Why there may be nothing to see; the usual words without. */
  readonly emptyText = input('');
  /** Counts what the viewer changed on this page: whoever did something sees it here without waiting for the next poll. */
  readonly changes = input(0);

  private readonly list = viewChild.required(FeedList);
  private readonly filterButton = viewChild<ElementRef<HTMLButtonElement>>('filterButton');
  protected readonly headingId = `tm-activity-${++made}`;
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

  /** The filter's menu: everything, or one type. */
  protected readonly choices = computed<MenuItem[]>(() => [
    { label: 'All activity', icon: 'activity', ...this.choice(undefined) },
    ...this.types().map((type) => ({
      label: ENTITY_BADGES[type].plural,
      icon: ENTITY_BADGES[type].icon,
      ...this.choice(type),
    })),
  ]);

  constructor() {
    const filter = computed<ActivityFilter>(() => {
      const type = this.type();
      return { ...this.filter(), ...(type && { entity_type: [type] }) };
    });
    this.store.follow({ filter, pageSize: this.pageSize });
    toObservable(this.changes)
      .pipe(skip(1), takeUntilDestroyed())
      .subscribe(() => this.store.refresh(false));
    const run = () => this.filterButton()?.nativeElement.click();
    inject(Hotkeys).register({ key: 'f', label: 'Filter', run });
  }

  protected refresh(): void {
    this.list().refresh();
  }

  private choice(type: EntityType | undefined): Pick<MenuItem, 'checked' | 'run'> {
    return { checked: this.type() === type, run: () => this.type.set(type) };
  }
}

import { Component, computed, inject, input, output } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { ENTITY_TYPES, type EntityType } from '@tidemark/contracts';
import { Avatar, Icon, lastLoaded, Skeleton, toProblem } from '@tidemark/web/ui';
import { ActivityApi } from '../activity-api';
import { ENTITY_BADGES } from '../entity-badges';
import { Sparkline } from './sparkline';

const PEOPLE_SHOWN = 5;

/** How much happened lately, by day, by type and by person, as far as the viewer may see it, whatever is filtered by. */
@Component({
  selector: 'tm-stats-strip',
  imports: [Avatar, Icon, Skeleton, Sparkline],
  templateUrl: './stats-strip.html',
  styleUrl: './stats-strip.css',
})
export class StatsStrip {
  private readonly api = inject(ActivityApi);

  readonly days = input.required<number>();
  /** The list beside it shows less than what is counted here. */
  readonly isFiltered = input(false);
  /** Types that are filtered by at the moment. */
  readonly chosen = input<readonly EntityType[]>([]);
  readonly typePicked = output<EntityType>();

  private readonly loading = rxResource({
    params: () => this.days(),
    stream: ({ params }) => this.api.stats(params),
  });
  protected readonly stats = lastLoaded(this.loading);
  protected readonly problem = computed(() => {
    const error = this.loading.error();
    return error === undefined ? null : toProblem(error.cause ?? error);
  });

  protected readonly total = computed(
    () => this.stats()?.total_activities.toLocaleString('en-GB') ?? '',
  );
  protected readonly types = computed(() => {
    const { entity_counts: counts = {}, total_activities: total = 0 } = this.stats() ?? {};
    return ENTITY_TYPES.map((type) => ({
      type,
      badge: ENTITY_BADGES[type],
      count: counts[type] ?? 0,
    }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count)
      .map((row) => ({ ...row, share: (100 * row.count) / Math.max(1, total) }));
  });
  /** Oneself alone is not worth a list. */
  protected readonly people = computed(() => {
    const people = this.stats()?.user_activity ?? [];
    return people.length > 1 ? people.slice(0, PEOPLE_SHOWN) : [];
  });

  /** Counts again. */
  reload(): void {
    this.loading.reload();
  }
}

import { Component, computed, effect, inject, input, output } from '@angular/core';
import type { TimeEntryPage, TimeEntryQuery, TimeEntryView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  dayIn,
  EmptyState,
  ErrorState,
  formatDay,
  HoursPipe,
  loaded,
  Now,
  Pager,
  Skeleton,
  timeIn,
} from '@tidemark/web/ui';
import { map } from 'rxjs';
import { SelectBox, Selection, SelectStart } from '@tidemark/web/ui/pages';
import { EntryBulk } from '../bulk/entry-bulk';
import { Rights } from '../shared/rights';
import { WorkChanges } from '../shared/work-changes';
import { titleOf } from '../timers/timer-draft';
import { groupByDay, secondsWithin } from './day-groups';
import { EntryRow } from './entry-row';
import { TimeEntriesApi } from './time-entries-api';

const PER_PAGE = 100;

/** Time entries by day, with what each day adds up to. */
@Component({
  selector: 'tm-entry-list',
  imports: [
    EmptyState,
    EntryBulk,
    EntryRow,
    ErrorState,
    HoursPipe,
    Pager,
    SelectBox,
    SelectStart,
    Skeleton,
  ],
  templateUrl: './entry-list.html',
  styleUrl: './entry-list.css',
  host: {
    '[class.outdated]': 'outdated()',
    '[class.selecting]': 'selection.isActive()',
    '[attr.aria-busy]': 'loaded.loading()',
  },
})
export class EntryList {
  private readonly api = inject(TimeEntriesApi);
  private readonly session = inject(SessionStore);
  private readonly changes = inject(WorkChanges);
  private readonly now = inject(Now);
  protected readonly rights = inject(Rights);

  readonly query = input.required<TimeEntryQuery>();
  /** Entries of others stand among them. */
  readonly showPerson = input(false);
  /** False where all are of one project. */
  readonly showProject = input(true);
  readonly emptyTitle = input('No time here');
  readonly emptyText = input('');
  /** The page to go to. */
  readonly go = output<number>();
  /** What all entries that the query finds add up to, in seconds. */
  readonly totalled = output<number>();

  /** With the query that it answers: while another one is on its way, that is not the one asked for. */
  protected readonly loaded = loaded(
    () => ({ query: { limit: PER_PAGE, ...this.query() }, version: this.changes.count('time') }),
    ({ query }) => this.api.list(query).pipe(map((page) => ({ page, query }))),
  );
  protected readonly outdated = computed(() => {
    const shown = this.loaded.value()?.query;
    const { start_date, end_date } = this.query();
    return !!shown && (shown.start_date !== start_date || shown.end_date !== end_date);
  });
  private readonly today = computed(() => dayIn(this.session.zone(), this.now.everyMinute()));
  protected readonly groups = computed(() => {
    const { page, query } = this.loaded.value() ?? {};
    const zone = this.session.zone();
    const now = this.now.everyMinute();
    return groupByDay(page?.time_entries ?? [], zone, now, query?.start_date).map((group) => ({
      ...group,
      name: formatDay(group.day, this.today()),
    }));
  });
  protected readonly selection = new Selection(
    computed(() =>
      this.groups()
        .flatMap(({ entries }) => entries)
        .filter((entry) => this.isSelectable(entry)),
    ),
  );
  /** A day that goes on on another page has no sum on this one. */
  protected readonly showSums = computed(() => this.loaded.value()?.page.pages === 1);

  constructor() {
    effect(() => {
      const answer = this.loaded.value();
      if (!answer) return;
      this.totalled.emit(this.total(answer));
      const { current_page, pages } = answer.page;
      // The last entry of the last page is gone.
      if (current_page > Math.max(1, pages)) this.go.emit(Math.max(1, pages));
    });
  }

  protected isSelectable({ can_edit }: TimeEntryView): boolean {
    return can_edit && this.rights.canWork();
  }

  /** "Fix login, 9:02": what tells it from others of the same name. */
  protected nameOf(entry: TimeEntryView): string {
    return `${titleOf(entry)}, ${timeIn(this.session.zone(), entry.started_at)}`;
  }

  /** Within the days asked for, where all entries are at hand; as a whole, as the server sums them, else. */
  private total({ page, query }: { page: TimeEntryPage; query: TimeEntryQuery }): number {
    const { start_date: first, end_date: last } = query;
    if (!first || !last || page.pages > 1) return page.total_seconds;
    const zone = this.session.zone();
    return secondsWithin(page.time_entries, first, last, zone, this.now.everyMinute());
  }
}

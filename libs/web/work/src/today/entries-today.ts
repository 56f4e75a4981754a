import { Component, computed, inject } from '@angular/core';
import { SessionStore } from '@tidemark/web/session';
import { dayIn, EmptyState, ErrorState, Icon, loaded, Now, Skeleton } from '@tidemark/web/ui';
import { Rights } from '../shared/rights';
import { WorkChanges } from '../shared/work-changes';
import { EntryActions } from '../time-entries/entry-actions';
import { EntryRow } from '../time-entries/entry-row';
import { TimeEntriesApi } from '../time-entries/time-entries-api';
import { TimerStore } from '../timers/timer-store';

/** More than anybody tracks in a day. */
const ALL = 100;

/** The own entries of today in the order of the day, the running one at the end. */
@Component({
  selector: 'tm-entries-today',
  imports: [EmptyState, EntryRow, ErrorState, Icon, Skeleton],
  templateUrl: './entries-today.html',
  styleUrl: './entries-today.css',
  host: { class: 'card' },
})
export class EntriesToday {
  private readonly api = inject(TimeEntriesApi);
  private readonly session = inject(SessionStore);
  private readonly changes = inject(WorkChanges);
  private readonly now = inject(Now);
  private readonly timer = inject(TimerStore);
  protected readonly actions = inject(EntryActions);
  protected readonly rights = inject(Rights);

  private readonly today = computed(() => dayIn(this.session.zone(), this.now.everyMinute()));
  protected readonly loaded = loaded(
    () => ({ day: this.today(), version: this.changes.count('time') }),
    ({ day }) => this.api.list({ start_date: day, end_date: day, sort: 'started_at', limit: ALL }),
  );
  protected readonly entries = computed(() => {
    const finished = this.loaded.value()?.time_entries.filter(({ ended_at }) => ended_at !== null);
    const running = this.timer.timer();
    return finished && (running ? [...finished, running] : finished);
  });
}

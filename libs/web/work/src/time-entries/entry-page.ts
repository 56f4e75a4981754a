import { Component, computed, inject, input, numberAttribute } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
import {
  Avatar,
  ClockPipe,
  formatExact,
  formatMonth,
  HoursPipe,
  Icon,
  loaded,
  StatusChip,
  Swatch,
} from '@tidemark/web/ui';
import { RecordPage } from '@tidemark/web/ui/pages';
import { Rights } from '../shared/rights';
import { WorkChanges } from '../shared/work-changes';
import { TimerActions } from '../timers/timer-actions';
import { titleOf } from '../timers/timer-draft';
import { TimerStore } from '../timers/timer-store';
import { EntryActions } from './entry-actions';
import { TimeEntriesApi } from './time-entries-api';

/** One time entry: when, on what, by whom, and its history. */
@Component({
  selector: 'tm-entry-page',
  imports: [Avatar, ClockPipe, HoursPipe, Icon, RecordPage, RouterLink, StatusChip, Swatch],
  templateUrl: './entry-page.html',
  styleUrl: '../../../ui/src/record/facts.css',
  host: { class: 'page' },
})
export class EntryPage {
  private readonly api = inject(TimeEntriesApi);
  private readonly session = inject(SessionStore);
  private readonly timer = inject(TimerStore);
  private readonly rights = inject(Rights);
  protected readonly actions = inject(EntryActions);
  protected readonly changes = inject(WorkChanges);
  protected readonly timers = inject(TimerActions);

  /** From the route. */
  readonly id = input.required({ transform: numberAttribute });

  protected readonly list = { label: 'Time', link: '/time' };
  protected readonly loaded = loaded(
    () => ({ id: this.id(), version: this.changes.count('time') }),
    ({ id }) => this.api.get(id),
  );
  /** Not the one that was on screen before. */
  protected readonly entry = computed(() => {
    const entry = this.loaded.value();
    return entry?.id === this.id() ? entry : undefined;
  });
  protected readonly name = computed(() => {
    const entry = this.entry();
    return entry ? titleOf(entry) : '';
  });
  protected readonly isRunning = computed(() => this.entry()?.ended_at === null);
  /** Why nobody can change it: "January 2026 is closed". */
  protected readonly closed = computed(() => {
    const month = this.entry()?.closed_period;
    return month && `${formatMonth(month)} is closed`;
  });
  protected readonly seconds = computed(() => {
    const entry = this.entry();
    return entry ? (entry.duration_seconds ?? this.timer.secondsSince(entry.started_at)) : 0;
  });
  protected readonly canResume = computed(() => {
    const entry = this.entry();
    const isMine = entry?.user_id === this.session.me()?.id;
    return isMine && entry?.can_edit === true && !this.isRunning() && this.rights.canWork();
  });

  protected exact(instant: string): string {
    return formatExact(instant, this.session.zone());
  }
}

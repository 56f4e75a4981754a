import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TimeEntryView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  addDays,
  Avatar,
  ClockPipe,
  dayIn,
  formatDay,
  HistoryLink,
  formatMonth,
  HoursPipe,
  Icon,
  type MenuItem,
  MenuTrigger,
  Swatch,
  timeIn,
  Tooltip,
} from '@tidemark/web/ui';
import { Rights } from '../shared/rights';
import { TimerActions } from '../timers/timer-actions';
import { titleOf } from '../timers/timer-draft';
import { TimerStore } from '../timers/timer-store';
import { EntryActions } from './entry-actions';

/** One time entry as a line: when, what, on what, how long, and what can be done with it. */
@Component({
  selector: 'tm-entry-row',
  imports: [
    Avatar,
    ClockPipe,
    HistoryLink,
    HoursPipe,
    Icon,
    MenuTrigger,
    RouterLink,
    Swatch,
    Tooltip,
  ],
  templateUrl: './entry-row.html',
  styleUrl: './entry-row.css',
  host: { '[class.running]': 'running()', '[class.peopled]': 'showPerson()' },
})
export class EntryRow {
  private readonly session = inject(SessionStore);
  protected readonly rights = inject(Rights);
  protected readonly timer = inject(TimerStore);
  protected readonly timers = inject(TimerActions);
  protected readonly actions = inject(EntryActions);

  readonly entry = input.required<TimeEntryView>();
  /** Among entries of others: says whose it is. */
  readonly showPerson = input(false);
  /** False among entries of one project. */
  readonly showProject = input(true);

  protected readonly running = computed(() => this.entry().ended_at === null);
  protected readonly mine = computed(() => this.entry().user_id === this.session.me()?.id);
  protected readonly isCurrent = computed(() => this.running() && this.mine());
  protected readonly title = computed(() => titleOf(this.entry()));
  protected readonly untitled = computed(() => !this.entry().note && !this.entry().task_name);
  /** Beside the project: the task, unless it is the title already. */
  protected readonly task = computed(() => {
    const { note, task_name } = this.entry();
    return note && note !== task_name ? task_name : null;
  });
  protected readonly seconds = computed(
    () => this.entry().duration_seconds ?? this.timer.secondsSince(this.entry().started_at),
  );
  /** Nobody can go on with what is archived, or where one does not belong any more. */
  protected readonly canResume = computed(
    () => this.mine() && !this.running() && this.entry().can_edit && this.rights.canWork(),
  );
  protected readonly from = computed(() => timeIn(this.session.zone(), this.entry().started_at));
  protected readonly to = computed(() => {
    const { ended_at } = this.entry();
    return ended_at === null ? 'now' : timeIn(this.session.zone(), ended_at);
  });
  /** "+1" where it ends on a later day. */
  protected readonly later = computed(() => {
    const { started_at, ended_at } = this.entry();
    if (ended_at === null) return '';
    const began = dayIn(this.session.zone(), started_at);
    const ended = dayIn(this.session.zone(), ended_at);
    if (began === ended) return '';
    return ended === addDays(began, 1) ? 'next day' : formatDay(ended, began);
  });

  /** Why nobody can change it: "it is on an invoice, and January 2026 is closed". Nothing where somebody can. */
  protected readonly locked = computed(() => {
    const { is_invoiced, closed_period } = this.entry();
    const invoiced = is_invoiced ? 'it is on an invoice' : '';
    const closed = closed_period ? `${formatMonth(closed_period)} is closed` : '';
    return [invoiced, closed].filter(Boolean).join(', and ');
  });

  protected readonly choices = computed<MenuItem[]>(() => [
    { label: 'Edit', icon: 'pen', run: () => this.edit() },
    { label: 'Details', icon: 'clock', link: ['/time', this.entry().id] },
    {
      label: this.isCurrent() ? 'Discard' : 'Delete',
      icon: 'trash',
      run: () => this.remove(),
    },
  ]);

  protected resume(): void {
    void this.timers.resume(this.entry());
  }

  protected stop(): void {
    void this.timers.stop();
  }

  protected edit(): void {
    void this.actions.edit(this.entry());
  }

  private remove(): void {
    if (this.isCurrent() && !this.entry().needs_reason) void this.timers.discard();
    else void this.actions.remove(this.entry());
  }
}

import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TimeSummary } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  addDays,
  type Day,
  dayIn,
  ErrorState,
  formatHours,
  formatLongDay,
  loaded,
  Now,
  Skeleton,
  startOfWeek,
} from '@tidemark/web/ui';
import { map } from 'rxjs';
import { WorkChanges } from '../shared/work-changes';
import { TimeEntriesApi } from '../time-entries/time-entries-api';
import { TimerStore } from '../timers/timer-store';

interface Bar {
  day: Day;
  weekday: string;
  hours: string;
  /** 0 to 1, of the longest day. */
  height: number;
  isToday: boolean;
  says: string;
}

/** The own day and week in numbers, and the week as bars. A bar leads to its day. */
@Component({
  selector: 'tm-week-card',
  imports: [ErrorState, RouterLink, Skeleton],
  templateUrl: './week-card.html',
  styleUrl: './week-card.css',
  host: { class: 'card' },
})
export class WeekCard {
  private readonly api = inject(TimeEntriesApi);
  private readonly session = inject(SessionStore);
  private readonly timer = inject(TimerStore);
  private readonly changes = inject(WorkChanges);
  private readonly now = inject(Now);

  protected readonly today = computed(() => dayIn(this.session.zone(), this.now.everyMinute()));
  private readonly firstDay = computed(() =>
    startOfWeek(this.today(), this.session.me()?.week_start ?? 1),
  );
  protected readonly summary = loaded(
    () => ({ first: this.firstDay(), version: this.changes.count('time') }),
    ({ first }) =>
      this.api
        .summary(first, addDays(first, 6))
        .pipe(map((summary) => ({ ...summary, asOf: Date.now() }))),
  );

  /** Seconds that the running timer has gained since the server counted. */
  private readonly gained = computed(() => {
    const asOf = this.summary.value()?.asOf;
    if (asOf === undefined || !this.timer.timer()) return 0;
    return Math.max(0, Math.floor((this.now.everyMinute() - asOf) / 1000));
  });
  private readonly days = computed(() => {
    const billable = this.timer.timer()?.billable ? this.gained() : 0;
    const gain = { seconds: this.gained(), billable_seconds: billable };
    return withGain(this.summary.value(), this.today(), gain);
  });
  protected readonly todaysHours = computed(() =>
    formatHours(this.days().find(({ date }) => date === this.today())?.seconds ?? 0),
  );
  protected readonly weeksHours = computed(() => formatHours(sum(this.days(), 'seconds')));
  protected readonly billable = computed(() => {
    const total = sum(this.days(), 'seconds');
    return total === 0
      ? '–'
      : `${Math.round((100 * sum(this.days(), 'billable_seconds')) / total)}%`;
  });
  protected readonly bars = computed(() => barsOf(this.days(), this.today()));
}

type SummaryDay = TimeSummary['days'][number];

function withGain(
  summary: TimeSummary | undefined,
  today: Day,
  gain: Omit<SummaryDay, 'date'>,
): SummaryDay[] {
  return (summary?.days ?? []).map((day) =>
    day.date === today
      ? {
          date: day.date,
          seconds: day.seconds + gain.seconds,
          billable_seconds: day.billable_seconds + gain.billable_seconds,
        }
      : day,
  );
}

function sum(days: SummaryDay[], field: 'seconds' | 'billable_seconds'): number {
  return days.reduce((total, day) => total + day[field], 0);
}

function barsOf(days: SummaryDay[], today: Day): Bar[] {
  const longest = Math.max(...days.map(({ seconds }) => seconds), 1);
  return days.map(({ date, seconds }) => {
    const long = formatLongDay(date);
    const hours = seconds < 60 ? '' : formatHours(seconds);
    return {
      day: date,
      weekday: long.slice(0, 3),
      hours,
      height: hours ? seconds / longest : 0,
      isToday: date === today,
      says: `${long}: ${hours || 'nothing tracked'}`,
    };
  });
}

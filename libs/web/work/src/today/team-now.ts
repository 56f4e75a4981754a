import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { RunningTimers } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Avatar, ClockPipe, Now, Swatch } from '@tidemark/web/ui';
import { catchError, EMPTY, exhaustMap, filter, interval, merge, tap } from 'rxjs';
import { WorkChanges } from '../shared/work-changes';
import { clockOffset, elapsedSeconds } from '../timers/elapsed';
import { titleOf } from '../timers/timer-draft';
import { TimersApi } from '../timers/timers-api';

const POLL_EVERY_MS = 30_000;

/** Who else works on what right now. Nothing where nobody does, or where that is nobody's business. */
@Component({
  selector: 'tm-team-now',
  imports: [Avatar, ClockPipe, Swatch],
  templateUrl: './team-now.html',
  styleUrl: './team-now.css',
  host: { '[class.card]': 'team().length > 0' },
})
export class TeamNow {
  private readonly api = inject(TimersApi);
  private readonly session = inject(SessionStore);
  private readonly now = inject(Now);
  private readonly changes = inject(WorkChanges);
  private readonly document = inject(DOCUMENT);

  private readonly latest = signal<RunningTimers & { offsetMs: number }>({
    timers: [],
    server_time: '',
    offsetMs: 0,
  });
  protected readonly team = computed(() => {
    const { timers, offsetMs } = this.latest();
    return timers
      .filter(({ user_id }) => user_id !== this.session.me()?.id)
      .map((entry) => ({
        entry,
        title: titleOf(entry),
        seconds: elapsedSeconds(entry.started_at, this.now.everySecond(), offsetMs),
      }));
  });

  constructor() {
    merge(toObservable(this.changes.total), interval(POLL_EVERY_MS))
      .pipe(
        filter(() => !this.document.hidden),
        exhaustMap(() => this.fetch()),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  /** What could not be loaded stays as it was: others are no reason for an error on the own day. */
  private fetch() {
    const sentAt = Date.now();
    return this.api.running().pipe(
      tap((answer) => {
        const offsetMs = clockOffset(answer.server_time, sentAt, Date.now());
        this.latest.set({ ...answer, offsetMs });
      }),
      catchError(() => EMPTY),
    );
  }
}

import { DOCUMENT } from '@angular/common';
import { computed, inject, Service, type Signal, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { CurrentTimer, Problem, SaveTimeEntry, TimeEntryView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Now, toProblem } from '@tidemark/web/ui';
import {
  catchError,
  defer,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  filter,
  firstValueFrom,
  fromEvent,
  interval,
  merge,
  type Observable,
  startWith,
  switchMap,
  tap,
} from 'rxjs';
import { Rights } from '../shared/rights';
import { WorkChanges } from '../shared/work-changes';
import { TimeEntriesApi } from '../time-entries/time-entries-api';
import { clockOffset, elapsedSeconds } from './elapsed';
import type { TimerDraft } from './timer-draft';
import { TimersApi } from './timers-api';

export const POLL_EVERY_MS = 30_000;

type Timer = TimeEntryView | null;

/**
 * The timer of the person signed in. A change shows at once and gives way to what the server says; a refused one gives way
 * to what was before. Changes go out one after the other, in the order in which they were asked for.
 */
@Service()
export class TimerStore {
  private readonly api = inject(TimersApi);
  private readonly entries = inject(TimeEntriesApi);
  private readonly changes = inject(WorkChanges);
  private readonly now = inject(Now);
  private readonly rights = inject(Rights);
  private readonly session = inject(SessionStore);
  private readonly document = inject(DOCUMENT);

  /** The server's latest word; undefined before its first. */
  private readonly confirmed = signal<Timer | undefined>(undefined);
  private readonly expected = signal<{ timer: Timer } | undefined>(undefined);
  private readonly offsetMs = signal(0);
  private readonly failure = signal<Problem | undefined>(undefined);
  /** Counts changes: an answer to a question that was asked before the latest of them is out of date. */
  private turn = 0;
  private queue: Promise<unknown> = Promise.resolve();

  /** The running timer; null when none runs; undefined while that is not known yet. */
  readonly timer: Signal<Timer | undefined> = computed(() => {
    const expected = this.expected();
    return expected ? expected.timer : this.confirmed();
  });
  /** What is shown has not been confirmed by the server yet. */
  readonly settling = computed(() => this.expected() !== undefined);
  /** Why it is not known whether a timer runs. */
  readonly problem = computed(() => (this.timer() === undefined ? this.failure() : undefined));
  /** Whole seconds for which the timer has run, by the server's clock. */
  readonly elapsed = computed(() => {
    const timer = this.timer();
    return timer ? elapsedSeconds(timer.started_at, this.now.everySecond(), this.offsetMs()) : 0;
  });

  constructor() {
    toObservable(computed(() => (this.rights.canWork() ? this.session.me()?.id : undefined)))
      .pipe(
        distinctUntilChanged(),
        tap(() => this.forget()),
        switchMap((id) => (id === undefined ? EMPTY : this.watch())),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  /** Shows `draft` as running at once. Rejects with what the server refused it with. */
  start(
    draft: TimerDraft,
    request: () => Observable<TimeEntryView>,
    startedAt = this.serverTime(),
  ): Promise<TimeEntryView> {
    return this.change(this.provisional(draft, startedAt), request, (entry) => entry);
  }

  stop(): Promise<TimeEntryView> {
    return this.change(
      null,
      () => this.api.stop(),
      () => null,
    );
  }

  /** Changes the running entry; `shown` is how it looks until the server has answered. */
  update(save: Partial<SaveTimeEntry>, shown: Partial<TimeEntryView>): Promise<TimeEntryView> {
    const timer = this.timer();
    const expected = timer ? { ...timer, ...shown } : null;
    return this.change(expected, () => this.entries.update(this.runningId(), save), keep);
  }

  /** Deletes the running entry as if it had never been started. */
  discard(reason?: string): Promise<unknown> {
    return this.change(
      null,
      () => this.entries.delete(this.runningId(), { reason }),
      () => null,
    );
  }

  /** Asks the server now. */
  async refresh(): Promise<void> {
    await firstValueFrom(this.fetch(), { defaultValue: undefined });
  }

  /** Seconds since an instant by the server's clock, ticking. */
  secondsSince(instant: string): number {
    return elapsedSeconds(instant, this.now.everySecond(), this.offsetMs());
  }

  private watch(): Observable<unknown> {
    const cameBack = merge(
      fromEvent(this.document, 'visibilitychange'),
      fromEvent(this.document.defaultView as Window, 'focus'),
    );
    return merge(interval(POLL_EVERY_MS), cameBack).pipe(
      startWith(undefined),
      filter(() => !this.document.hidden),
      exhaustMap(() => this.fetch()),
    );
  }

  private fetch(): Observable<unknown> {
    return defer(() => {
      const { turn } = this;
      const sentAt = Date.now();
      return this.api.current().pipe(
        tap((answer) => {
          if (turn === this.turn && !this.settling()) this.take(answer, sentAt);
        }),
        catchError((error: unknown) => {
          this.failure.set(toProblem(error));
          return EMPTY;
        }),
      );
    });
  }

  private take({ timer, server_time }: CurrentTimer, sentAt: number): void {
    const before = this.confirmed();
    this.offsetMs.set(clockOffset(server_time, sentAt, Date.now()));
    this.confirmed.set(timer);
    this.failure.set(undefined);
    // Started or stopped in another tab or on another device: lists show it, too.
    if (before !== undefined && before?.id !== timer?.id) this.changes.tell('time');
  }

  private change<T>(
    timer: Timer,
    request: () => Observable<T>,
    settled: (answer: T) => Timer,
  ): Promise<T> {
    const turn = ++this.turn;
    this.expected.set({ timer });
    const answered = this.queue.then(() => firstValueFrom(defer(request)));
    this.queue = answered.catch(() => undefined);
    return answered
      .then((answer) => {
        this.confirmed.set(settled(answer));
        this.changes.tell('time');
        return answer;
      })
      .finally(() => {
        if (turn === this.turn) this.expected.set(undefined);
      });
  }

  private provisional(draft: TimerDraft, started_at: string): TimeEntryView {
    const me = this.session.me();
    return {
      id: 0,
      user_id: me?.id ?? 0,
      user_display_name: me?.display_name ?? '',
      billable: true,
      source: 'timer',
      ended_at: null,
      duration_seconds: null,
      can_edit: true,
      ...draft,
      started_at,
    };
  }

  private runningId(): number {
    return this.confirmed()?.id ?? 0;
  }

  private serverTime(): string {
    return new Date(Date.now() + this.offsetMs()).toISOString();
  }

  private forget(): void {
    this.turn++;
    this.confirmed.set(undefined);
    this.expected.set(undefined);
    this.failure.set(undefined);
  }
}

const keep = (entry: TimeEntryView): Timer => (entry.ended_at === null ? entry : null);

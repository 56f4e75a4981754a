import { DOCUMENT } from '@angular/common';
import { computed, effect, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { formatClock, PageTitle, TimerCommand } from '@tidemark/web/ui';
import { TimerActions } from './timer-actions';
import { titleOf } from './timer-draft';
import { TimerStore } from './timer-store';

/** Where the timer can be given something to run on. */
export interface TimerForm {
  /** Starts on what is filled in, or takes the focus to have it filled in. */
  startOrFocus(): void;
}

/** What the timer does on every page: its time in the title of the tab, a mark on its icon, and the hotkey and the button of the phone's bar. */
@Service()
export class TimerKeeper {
  private readonly store = inject(TimerStore);
  private readonly actions = inject(TimerActions);
  private readonly router = inject(Router);
  private readonly command = inject(TimerCommand);
  private readonly title = inject(PageTitle);
  private readonly document = inject(DOCUMENT);

  private readonly form = signal<TimerForm | undefined>(undefined);
  /** The page shows the timer itself. */
  readonly isOnPage = computed(() => this.form() !== undefined);
  /** The form was asked for on a page that has none: it comes with the next page. */
  private formWanted = false;

  constructor() {
    this.command.toggled.pipe(takeUntilDestroyed()).subscribe(() => this.toggle());
    effect(() => this.showRunning(!!this.store.timer()));
    effect(() => {
      const timer = this.store.timer();
      this.title.prefix.set(timer ? `${formatClock(this.store.elapsed())} ${titleOf(timer)}` : '');
    });
  }

  /** The form on screen takes over what is asked for by key; gives back how to leave. */
  attach(form: TimerForm): () => void {
    this.form.set(form);
    if (this.formWanted) form.startOrFocus();
    this.formWanted = false;
    return () => this.form.update((current) => (current === form ? undefined : current));
  }

  /** In the button of the phone's bar and in the icon of the tab. */
  private showRunning(isRunning: boolean): void {
    this.command.running.set(isRunning);
    const icon = isRunning ? 'favicon-running.svg' : 'favicon.svg';
    this.document.querySelector('link[rel="icon"]')?.setAttribute('href', icon);
  }

  private toggle(): void {
    const timer = this.store.timer();
    if (timer) void this.actions.stop();
    else if (this.isOnPage()) this.form()?.startOrFocus();
    else if (timer === null) {
      this.formWanted = true;
      void this.router.navigateByUrl('/');
    }
  }
}

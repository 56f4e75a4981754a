import { inject, Service } from '@angular/core';
import type { Problem, TimeEntryView } from '@tidemark/contracts';
import { codeOf, ConfirmDialog, formatHours, Toast, toProblem } from '@tidemark/web/ui';
import { catchError, type Observable, of, switchMap } from 'rxjs';
import { TimeEntriesApi } from '../time-entries/time-entries-api';
import { type TimerDraft, draftOf, titleOf, toStartTimer } from './timer-draft';
import { TimerStore } from './timer-store';
import { TimersApi } from './timers-api';

/** Up to here an accidental start is thrown away without asking. */
const DISCARD_WITHOUT_ASKING_S = 60;

type Request = () => Observable<TimeEntryView>;

/** What people do with the timer, with everything that is said and offered on the way. */
@Service()
export class TimerActions {
  private readonly store = inject(TimerStore);
  private readonly api = inject(TimersApi);
  private readonly entries = inject(TimeEntriesApi);
  private readonly toast = inject(Toast);
  private readonly confirm = inject(ConfirmDialog);

  /** Whether it runs now; when not, the person knows why. */
  start(draft: TimerDraft): Promise<boolean> {
    return this.begin(draft, () => this.api.start(toStartTimer(draft)));
  }

  /** The same by a request of another kind, such as a template's. */
  startBy(draft: TimerDraft, request: Request): Promise<boolean> {
    return this.begin(draft, request);
  }

  /** Goes on with what an older entry was about. */
  resume(entry: TimeEntryView): Promise<boolean> {
    return this.begin(draftOf(entry), () => this.api.resume(entry.id));
  }

  /** Whether it is stopped now. Can be undone for as long as the message stays. */
  async stop(): Promise<boolean> {
    try {
      const entry = await this.store.stop();
      this.toast.show(`Stopped “${titleOf(entry)}” at ${hours(entry)}`, {
        action: 'Undo',
        onAction: () => void this.undoStop(entry),
      });
      return true;
    } catch (error) {
      return this.sayWhy(toProblem(error));
    }
  }

  /** Throws the running entry away. */
  async discard(): Promise<void> {
    const timer = this.store.timer();
    if (!timer) return;
    const elapsed = this.store.elapsed();
    const confirmation =
      elapsed < DISCARD_WITHOUT_ASKING_S ? {} : await this.askToDiscard(timer, elapsed);
    if (!confirmation) return;
    try {
      await this.store.discard(confirmation.reason);
      this.toast.show(`Discarded “${titleOf(timer)}”`);
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }

  private async begin(draft: TimerDraft, request: Request): Promise<boolean> {
    const running = this.store.timer();
    if (running) return this.offerToSwitch(running, draft, request);
    try {
      await this.store.start(draft, request);
      this.sayStarted(draft);
      return true;
    } catch (error) {
      return this.refused(toProblem(error), draft, request);
    }
  }

  /** Another tab or device was faster: show what runs there, and offer to switch. */
  private async refused(problem: Problem, draft: TimerDraft, request: Request): Promise<boolean> {
    if (codeOf(problem) !== 'timer-already-running') return this.sayWhy(problem);
    await this.store.refresh();
    const running = this.store.timer();
    return running ? this.offerToSwitch(running, draft, request) : this.sayWhy(problem);
  }

  private async offerToSwitch(
    running: TimeEntryView,
    draft: TimerDraft,
    request: Request,
  ): Promise<boolean> {
    const accepted = await this.confirm.ask({
      title: 'Another timer is running',
      text: `“${titleOf(running)}” on ${running.project_name} has been running for ${formatHours(this.store.elapsed())}. Start “${titleOf(draft)}” instead?`,
      action: 'Stop it and start this one',
    });
    if (!accepted) return false;
    try {
      if (this.store.timer()) await this.store.stop();
      await this.store.start(draft, request);
      this.sayStarted(draft);
      return true;
    } catch (error) {
      return this.sayWhy(toProblem(error));
    }
  }

  /** A new entry that begins where the stopped one ended: not a second is lost, and the trail stays true. */
  private async undoStop(stopped: TimeEntryView): Promise<void> {
    const started_at = stopped.ended_at ?? stopped.started_at;
    const request = () =>
      this.api.resume(stopped.id).pipe(switchMap((entry) => this.beginAt(started_at, entry)));
    try {
      const entry = await this.store.start(draftOf(stopped), request, started_at);
      const lost = Math.round((Date.parse(entry.started_at) - Date.parse(started_at)) / 1000);
      this.toast.show(
        lost > 0
          ? `“${titleOf(entry)}” runs again, without the ${lost} seconds since it was stopped`
          : `“${titleOf(entry)}” runs on, nothing was lost`,
      );
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }

  /** The timer runs either way: failing to move its start is no reason to say that it does not. */
  private beginAt(started_at: string, entry: TimeEntryView): Observable<TimeEntryView> {
    return this.entries.update(entry.id, { started_at }).pipe(catchError(() => of(entry)));
  }

  private sayStarted(draft: TimerDraft): void {
    this.toast.show(`Started “${titleOf(draft)}”`, {
      action: 'Undo',
      onAction: () => void this.discard(),
    });
  }

  private askToDiscard(timer: TimeEntryView, elapsed: number) {
    return this.confirm.ask({
      title: 'Discard this time?',
      text: `${formatHours(elapsed)} on “${titleOf(timer)}” will be deleted.`,
      action: 'Discard',
      danger: true,
      reason: 'optional',
    });
  }

  private sayWhy(problem: Problem): false {
    this.toast.problem(problem);
    return false;
  }
}

function hours({ duration_seconds }: TimeEntryView): string {
  return formatHours(duration_seconds ?? 0);
}

import { inject, Service } from '@angular/core';
import type { Problem, TimeEntryView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  ConfirmDialog,
  type Day,
  dayIn,
  formatHours,
  FormDialogs,
  Toast,
  toProblem,
  zonedToInstant,
} from '@tidemark/web/ui';
import { firstValueFrom } from 'rxjs';
import { WorkChanges } from '../shared/work-changes';
import { type TimerDraft, titleOf } from '../timers/timer-draft';
import { TimerStore } from '../timers/timer-store';
import type { EntryFormStart } from './entry-form';
import { TimeEntriesApi } from './time-entries-api';

/** What people do with time entries, with everything that is asked and said on the way. */
@Service()
export class EntryActions {
  private readonly api = inject(TimeEntriesApi);
  private readonly dialogs = inject(FormDialogs);
  private readonly confirm = inject(ConfirmDialog);
  private readonly toast = inject(Toast);
  private readonly timer = inject(TimerStore);
  private readonly changes = inject(WorkChanges);
  private readonly session = inject(SessionStore);

  /** Adds time by hand: proposes the last hour, or 9 to 10 on another day. @param work what is known of it */
  async add(day?: Day, work?: Partial<TimerDraft>): Promise<void> {
    const saved = await this.open({ ...this.proposal(day), work });
    if (saved) this.toast.show(`Added ${formatHours(saved.duration_seconds ?? 0)}`);
  }

  async edit(entry: TimeEntryView): Promise<void> {
    const ended_at = entry.ended_at ?? new Date().toISOString();
    const saved = await this.open({ entry, started_at: entry.started_at, ended_at });
    if (saved && entry.ended_at === null) await this.timer.refresh();
  }

  /** Asks first, and for a reason: one that must be given where the day is long past. */
  async remove(entry: TimeEntryView, because = hintOf(entry)): Promise<void> {
    const confirmation = await this.confirm.ask({
      title: 'Delete this entry?',
      text: `“${titleOf(entry)}”, ${formatHours(entry.duration_seconds ?? 0)} on ${entry.project_name}, will be gone. The activity keeps a record of it.`,
      action: 'Delete',
      danger: true,
      reason: because ? 'required' : 'optional',
      hint: because,
    });
    if (!confirmation) return;
    try {
      await firstValueFrom(this.api.delete(entry.id, confirmation));
      this.changes.tell('time');
      this.toast.show('Entry deleted');
    } catch (error) {
      await this.notRemoved(entry, toProblem(error));
    }
    if (entry.ended_at === null) await this.timer.refresh();
  }

  /** The server knows best what is long past: it may want a reason that nobody was asked for. */
  private async notRemoved(entry: TimeEntryView, problem: Problem): Promise<void> {
    const wanted = problem.errors?.find(({ code }) => code === 'reason-required');
    if (wanted) await this.remove(entry, wanted.message);
    else this.toast.problem(problem);
  }

  private async open(start: EntryFormStart): Promise<TimeEntryView | undefined> {
    const dialog = import('./entry-dialog').then((module) => module.EntryDialog);
    const saved = await this.dialogs.open<TimeEntryView, EntryFormStart>(dialog, start);
    if (saved) this.changes.tell('time');
    return saved;
  }

  private proposal(day?: Day) {
    const zone = this.session.zone();
    const now = Math.floor(Date.now() / 60_000) * 60_000;
    if (day === undefined || day === dayIn(zone, now)) {
      return {
        started_at: new Date(now - 3_600_000).toISOString(),
        ended_at: new Date(now).toISOString(),
      };
    }
    return {
      started_at: zonedToInstant(day, '09:00', zone),
      ended_at: zonedToInstant(day, '10:00', zone),
    };
  }
}

const hintOf = ({ days_past }: TimeEntryView) =>
  days_past === undefined ? '' : `This day is ${days_past} days past: say why`;

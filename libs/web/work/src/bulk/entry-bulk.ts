import { Component, computed, inject, input } from '@angular/core';
import type { TimeEntryView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  type Confirmation,
  ConfirmDialog,
  dayIn,
  FormDialogs,
  formatDay,
  formatHours,
  Icon,
  type MenuItem,
  MenuTrigger,
  Now,
} from '@tidemark/web/ui';
import { type Selection, SelectionBar } from '@tidemark/web/ui/pages';
import { titleOf } from '../timers/timer-draft';
import { BulkApi } from './bulk-api';
import { type BulkChange, BulkChanges, type NamedRow } from './bulk-changes';
import type { Move, MoveDialogData } from './move-dialog';

/** What can be done to the time entries that are chosen. */
@Component({
  selector: 'tm-entry-bulk',
  imports: [Icon, MenuTrigger, SelectionBar],
  templateUrl: './entry-bulk.html',
  styles: ':host { display: contents; }',
})
export class EntryBulk {
  private readonly api = inject(BulkApi);
  private readonly bulk = inject(BulkChanges);
  private readonly confirm = inject(ConfirmDialog);
  private readonly dialogs = inject(FormDialogs);
  private readonly session = inject(SessionStore);
  private readonly now = inject(Now);

  readonly selection = input.required<Selection<TimeEntryView>>();

  protected readonly none = computed(() => this.selection().count() === 0);
  private readonly what = computed(() => counted(this.selection().count()));
  protected readonly sum = computed(() => {
    const seconds = this.selection()
      .chosen()
      .map((entry) => this.secondsOf(entry));
    return seconds.length === 0 ? '' : formatHours(seconds.reduce((sum, one) => sum + one, 0));
  });
  /** Why they cannot change without a reason; empty where they can. */
  private readonly reasonHint = computed(() => {
    const past = this.selection()
      .chosen()
      .map(({ days_past = 0 }) => days_past);
    const longest = Math.max(0, ...past);
    return longest > 0 ? `Up to ${longest} days are past: say why` : '';
  });
  protected readonly billing: MenuItem[] = [
    { label: 'Billable', icon: 'money', run: () => void this.bill(true) },
    { label: 'Not billable', icon: 'minus', run: () => void this.bill(false) },
  ];

  protected async move(): Promise<void> {
    const dialog = import('./move-dialog').then((module) => module.MoveDialog);
    const asked = { what: this.what(), reasonHint: this.reasonHint() };
    const move = await this.dialogs.open<Move, MoveDialogData>(dialog, asked);
    if (!move) return;
    await this.run({
      send: (ids) => this.api.changeTimeEntries({ ids, ...move }),
      done: (count) => `Moved ${counted(count)}`,
    });
  }

  protected async remove(): Promise<void> {
    const confirmation = await this.confirm.ask({
      title: `Delete ${this.what()}?`,
      text: `${this.sum()} of time will be gone. The activity keeps a record of each of them.`,
      action: `Delete ${this.what()}`,
      danger: true,
      reason: 'required',
    });
    if (!confirmation) return;
    const { reason = '' } = confirmation;
    await this.run({
      send: (ids) => this.api.deleteTimeEntries({ ids, reason }),
      done: (count) => `Deleted ${counted(count)}`,
    });
  }

  private async bill(billable: boolean): Promise<void> {
    const how = billable ? 'billable' : 'not billable';
    const confirmation = await this.askWhy(`Make ${this.what()} ${how}?`);
    if (!confirmation) return;
    await this.run({
      send: (ids) => this.api.changeTimeEntries({ ids, billable, ...confirmation }),
      done: (count) => `Made ${counted(count)} ${how}`,
    });
  }

  /** Only where there must be a reason: else it is done at once. */
  private async askWhy(title: string): Promise<Confirmation | undefined> {
    const hint = this.reasonHint();
    if (!hint) return {};
    const text = 'Time that is long past changes with a reason, which the activity keeps.';
    return this.confirm.ask({ title, text, action: 'Change', reason: 'required', hint });
  }

  private async run(change: Pick<BulkChange, 'send' | 'done'>): Promise<void> {
    const rows = this.selection()
      .chosen()
      .map((entry) => this.named(entry));
    const isDone = await this.bulk.run({ ...change, rows, told: ['time'] });
    if (isDone) this.selection().clear();
  }

  private named(entry: TimeEntryView): NamedRow {
    const zone = this.session.zone();
    const today = dayIn(zone, this.now.everyMinute());
    const day = formatDay(dayIn(zone, entry.started_at), today);
    const detail = `${day}, ${formatHours(this.secondsOf(entry))}`;
    return { id: entry.id, name: titleOf(entry), detail };
  }

  private secondsOf({ duration_seconds, started_at }: TimeEntryView): number {
    const running = Math.floor((this.now.everyMinute() - Date.parse(started_at)) / 1_000);
    return duration_seconds ?? Math.max(0, running);
  }
}

function counted(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

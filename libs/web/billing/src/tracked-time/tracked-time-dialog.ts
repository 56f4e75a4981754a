import { Component, computed, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import {
  fromMinor,
  fromUnits,
  type InvoiceGrouping,
  type InvoiceRounding,
  MAX_INVOICE_LINES,
  toMinor,
  toUnits,
  type UnbilledLine,
} from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  Choice,
  dayIn,
  EmptyState,
  ErrorState,
  Field,
  FieldControl,
  type FormDialog,
  formatHours,
  loaded,
  Now,
  Skeleton,
} from '@tidemark/web/ui';
import { Picker } from '@tidemark/web/ui/pages';
import { map } from 'rxjs';
import { InvoicesApi } from '../invoices/invoices-api';
import { MoneyPipe } from '../shared/format-money';
import { InvoiceChoices } from '../shared/invoice-choices';
import { PERIODS, type Period, periodDays } from './period';

export interface TrackedTimeData {
  /** Whose time; null lets the person choose. */
  clientId: number | null;
  /** One of its projects to begin with. */
  projectId: number | null;
  currency: string;
  /** How many lines the invoice has already. */
  lineCount: number;
  /** Entries that the invoice bills already, though it is not saved yet. */
  taken: ReadonlySet<number>;
}

export interface TrackedTime {
  clientId: number;
  lines: UnbilledLine[];
}

interface Offer extends UnbilledLine {
  /** Why it cannot be added. */
  refusal: string;
}

const GROUPINGS: { value: InvoiceGrouping; label: string }[] = [
  { value: 'task', label: 'Task' },
  { value: 'project', label: 'Project' },
  { value: 'person', label: 'Person' },
];
const ROUNDINGS: { value: InvoiceRounding; label: string }[] = [
  { value: 'none', label: 'As tracked' },
  { value: '6', label: 'Each entry up to full 6 minutes' },
  { value: '15', label: 'Each entry up to full 15 minutes' },
];

/** Looks at time that no invoice bills yet, as lines, and takes some of them. Closes with those. */
@Component({
  selector: 'tm-tracked-time-dialog',
  imports: [
    Choice,
    EmptyState,
    ErrorState,
    Field,
    FieldControl,
    MatDialogModule,
    MoneyPipe,
    Picker,
    ReactiveFormsModule,
    Skeleton,
  ],
  templateUrl: './tracked-time-dialog.html',
  styleUrls: ['../../../ui/src/layout/dialog.css', './tracked-time-dialog.css'],
})
export class TrackedTimeDialog implements FormDialog {
  private readonly api = inject(InvoicesApi);
  private readonly choices = inject(InvoiceChoices);
  private readonly dialog: MatDialogRef<TrackedTimeDialog, TrackedTime | null> =
    inject(MatDialogRef);
  protected readonly data: TrackedTimeData = inject(MAT_DIALOG_DATA);
  private readonly today = dayIn(inject(SessionStore).zone(), inject(Now).everyMinute());

  protected readonly periods = PERIODS;
  protected readonly groupings = GROUPINGS;
  protected readonly roundings = ROUNDINGS;
  protected readonly formatHours = formatHours;
  protected readonly clients = this.choices.clients;

  readonly form = new FormGroup({
    client_id: new FormControl(this.data.clientId),
    project_id: new FormControl(this.data.projectId),
    period: new FormControl<Period>('all', { nonNullable: true }),
    start_date: new FormControl('', { nonNullable: true }),
    end_date: new FormControl(this.today, { nonNullable: true }),
    group_by: new FormControl<InvoiceGrouping>('task', { nonNullable: true }),
    rounding: new FormControl<InvoiceRounding>('none', { nonNullable: true }),
  });

  private readonly value = toSignal(
    this.form.valueChanges.pipe(map(() => this.form.getRawValue())),
    { initialValue: this.form.getRawValue() },
  );
  protected readonly isByDays = computed(() => this.value().period === 'days');
  private readonly clientId = computed(() => this.value().client_id);
  protected readonly projects = computed(() => this.choices.projects(this.clientId()));

  protected readonly loaded = loaded(
    () => {
      const { client_id, project_id, period, start_date, end_date, ...how } = this.value();
      if (client_id === null && project_id === null) return undefined;
      const days = period === 'days' ? { start_date, end_date } : periodDays(period, this.today);
      const of = project_id ? { project_id } : { client_id: client_id ?? undefined };
      return { ...of, ...days, ...how, currency: this.data.currency };
    },
    (query) => this.api.unbilled(query),
  );
  protected readonly hasWho = computed(
    () => this.value().client_id !== null || this.value().project_id !== null,
  );
  /** Nothing that an earlier answer offered, when the newest brought none. */
  private readonly answer = computed(() =>
    this.hasWho() && !this.loaded.problem() ? this.loaded.value() : undefined,
  );
  protected readonly offers = computed(() =>
    this.answer()
      ?.lines.filter(({ time_entry_ids }) => this.takenOf(time_entry_ids) < time_entry_ids.length)
      .map((line): Offer => ({ ...line, refusal: this.refusal(line) })),
  );
  /** All of them until the person decides otherwise. */
  protected readonly chosen = linkedSignal(
    () => new Set(this.offers()?.filter(({ refusal }) => !refusal)),
  );
  protected readonly sum = computed(() => {
    const lines = [...this.chosen()];
    const minor = lines.reduce((all, { amount }) => all + this.minor(amount), 0n);
    return {
      count: lines.length,
      hours: fromUnits(
        lines.reduce((all, { quantity }) => all + (toUnits(quantity, 2) ?? 0n), 0n),
        2,
      ),
      amount: fromMinor(minor, this.data.currency),
    };
  });
  protected readonly isAll = computed(
    () => this.chosen().size === this.offers()?.filter(({ refusal }) => !refusal).length,
  );
  protected readonly isTooMuch = computed(
    () => this.data.lineCount + this.chosen().size > MAX_INVOICE_LINES,
  );

  constructor() {
    // Nothing here is worth a question when it is left: it is quickly chosen again.
    this.form.valueChanges.subscribe(() => this.form.markAsPristine());
    // A project of another client is none of this one's.
    this.form.controls.client_id.valueChanges.subscribe(() =>
      this.form.controls.project_id.setValue(null),
    );
  }

  protected choose(offer: Offer, isOn: boolean): void {
    this.chosen.update((chosen) => {
      const changed = new Set(chosen);
      if (isOn) changed.add(offer);
      else changed.delete(offer);
      return changed;
    });
  }

  protected chooseAll(isOn: boolean): void {
    this.chosen.set(new Set(isOn ? this.offers()?.filter(({ refusal }) => !refusal) : []));
  }

  protected add(): void {
    const clientId = this.answer()?.client_id;
    if (clientId === undefined || this.isTooMuch()) return;
    const lines = this.offers()?.filter((offer) => this.chosen().has(offer)) ?? [];
    this.dialog.close({ clientId, lines });
  }

  /** Of two ways to group the same time one is taken. */
  private refusal({ time_entry_ids }: UnbilledLine): string {
    return this.takenOf(time_entry_ids) > 0
      ? 'A part is on this invoice already: take that line off first'
      : '';
  }

  private takenOf(ids: readonly number[]): number {
    return ids.filter((id) => this.data.taken.has(id)).length;
  }

  private minor(amount: string): bigint {
    return toMinor(amount, this.data.currency) ?? 0n;
  }
}

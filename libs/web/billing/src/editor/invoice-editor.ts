import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import type { InvoiceView, SaveInvoice } from '@tidemark/contracts';
import {
  addDays,
  codeOf,
  ConfirmDialog,
  dayIn,
  EmptyState,
  ErrorState,
  Field,
  FieldControl,
  FormDialogs,
  Icon,
  loaded,
  Now,
  PageTitle,
  type Pickable,
  Skeleton,
  Toast,
} from '@tidemark/web/ui';
import { changedFields, Picker, saving } from '@tidemark/web/ui/pages';
import { SessionStore } from '@tidemark/web/session';
import { map, of } from 'rxjs';
import { InvoicesApi } from '../invoices/invoices-api';
import { BillingChanges } from '../shared/billing-changes';
import { InvoiceChoices } from '../shared/invoice-choices';
import {
  TrackedTimeDialog,
  type TrackedTimeData,
  type TrackedTime,
} from '../tracked-time/tracked-time-dialog';
import { currencyName, OFTEN_USED } from './currency-names';
import { InvoiceStart } from './invoice-start';
import { InvoiceTotals } from './invoice-totals';
import { addTracked, dropBlankLines, fill, invoiceForm, toInvoice, totalsOf } from './invoice-form';
import { LineRows } from './line-rows';
import { daysBetween } from './invoice-defaults';

const TERMS = [14, 30] as const;
const DEFAULT_TERM = 14;

/** Writes an invoice: a new one, or a draft that is changed. */
@Component({
  selector: 'tm-invoice-editor',
  imports: [
    EmptyState,
    ErrorState,
    Field,
    FieldControl,
    Icon,
    InvoiceTotals,
    LineRows,
    Picker,
    ReactiveFormsModule,
    RouterLink,
    Skeleton,
  ],
  providers: [InvoiceStart],
  templateUrl: './invoice-editor.html',
  styleUrl: './invoice-editor.css',
  host: { class: 'page', '(window:beforeunload)': 'warn($event)' },
})
export class InvoiceEditor {
  private readonly api = inject(InvoicesApi);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly toast = inject(Toast);
  private readonly confirm = inject(ConfirmDialog);
  private readonly dialogs = inject(FormDialogs);
  private readonly changes = inject(BillingChanges);
  protected readonly start = inject(InvoiceStart);
  protected readonly clients = inject(InvoiceChoices).clients;

  /** From the route; a new invoice without. */
  readonly id = input<string>();

  protected readonly terms = TERMS;
  protected readonly often = OFTEN_USED;
  protected readonly currencyName = currencyName;
  private readonly today = dayIn(inject(SessionStore).zone(), inject(Now).everyMinute());
  protected readonly form = invoiceForm(this.today, addDays(this.today, DEFAULT_TERM));
  protected readonly saving = saving(this.form);

  private readonly value = toSignal(
    this.form.valueChanges.pipe(map(() => this.form.getRawValue())),
    { initialValue: this.form.getRawValue() },
  );
  private readonly state = toSignal(this.form.events, { equal: () => false });
  protected readonly totals = computed(() => totalsOf(this.value()));
  protected readonly currency = computed(() => this.value().currency);
  protected readonly term = computed(() =>
    daysBetween(this.value().issue_date, this.value().due_date),
  );
  /** Time belongs to a client: whoever wants another takes it off first. */
  protected readonly hasTracked = computed(() =>
    this.value().lines.some(({ time_entry_count }) => time_entry_count > 0),
  );

  protected readonly options = loaded(
    () => ({}),
    () => this.api.options(),
  );
  /** Until they are known, the one in force is there. */
  protected readonly others = computed(() => {
    const all = this.options.value()?.currencies ?? [this.currency()];
    return all.filter((code) => !OFTEN_USED.some((often) => often === code));
  });
  protected readonly loaded = loaded(
    () => (this.id() === undefined ? undefined : Number(this.id())),
    (id) => this.api.get(id),
  );
  protected readonly saved = this.loaded.value;
  /** What the server says about all of the lines together. */
  protected readonly linesProblem = computed(() => {
    this.state();
    const { errors } = this.form.controls.lines;
    return errors?.['server'] ? String(errors['server'].message) : undefined;
  });
  private readonly filled = signal(false);
  protected readonly isReady = computed(() => this.filled() || this.start.isReady());
  protected readonly isMissing = computed(() => {
    const problem = this.loaded.problem();
    return !!problem && ['not-found', 'invalid-parameter'].includes(codeOf(problem));
  });

  constructor() {
    effect(() => {
      const draft = this.saved();
      if (this.id() === undefined) this.start.begin(this.form);
      else if (draft?.can_edit && !this.filled()) this.show(draft);
    });
    effect(() => {
      const client = this.form.controls.client_id;
      if (this.hasTracked()) client.disable({ emitEvent: false });
      else client.enable({ emitEvent: false });
    });
    this.keepTerm();
  }

  /** Asked by the router. */
  async mayLeave(): Promise<boolean> {
    if (!this.form.dirty) return true;
    const discard = await this.confirm.ask({
      title: this.saved() ? 'Discard your changes?' : 'Discard this invoice?',
      text: 'What you wrote has not been saved.',
      action: 'Discard',
      danger: true,
    });
    return !!discard;
  }

  protected warn(event: Event): void {
    if (this.form.dirty) event.preventDefault();
  }

  protected setTerm(days: number): void {
    const due = this.form.controls.due_date;
    due.setValue(addDays(this.form.controls.issue_date.value, days));
    due.markAsDirty();
  }

  protected picked(client: Pickable | undefined): void {
    if (client) void this.start.takeTerms(this.form, client.id);
  }

  protected async addTime(): Promise<void> {
    const { client_id, currency } = this.form.getRawValue();
    const lines = this.form.controls.lines.controls;
    const time = await this.dialogs.open<TrackedTime, TrackedTimeData>(TrackedTimeDialog, {
      ...{ clientId: client_id, currency, lineCount: lines.length },
      taken: new Set(lines.flatMap(({ value }) => value.time_entry_ids ?? [])),
    });
    if (!time) return;
    this.form.controls.client_id.setValue(time.clientId);
    addTracked(this.form, time.lines);
    this.form.markAsDirty();
  }

  protected async save(): Promise<void> {
    dropBlankLines(this.form);
    const saved = await this.saving.save(() => this.request());
    if (!saved) return;
    this.form.markAsPristine();
    this.changes.tell();
    this.toast.show(
      this.saved() ? `Saved draft ${saved.number}` : `Draft ${saved.number} is ready`,
    );
    await this.router.navigate(['/invoices', saved.id]);
  }

  private request() {
    const draft = this.saved();
    const invoice = toInvoice(this.form);
    if (!draft) return this.api.create(invoice);
    const changes = changesOf(invoice, draft);
    return Object.keys(changes).length > 0 ? this.api.update(draft.id, changes) : of(draft);
  }

  private show(draft: InvoiceView): void {
    fill(this.form, draft);
    this.filled.set(true);
    this.title.name.set(`Edit invoice ${draft.number}`);
  }

  /** The days to pay stay as many when the invoice gets another date. */
  private keepTerm(): void {
    const { issue_date, due_date } = this.form.controls;
    let days = DEFAULT_TERM;
    due_date.valueChanges.subscribe((due) => {
      const between = daysBetween(issue_date.value, due);
      if (between >= 0) days = between;
    });
    issue_date.valueChanges.subscribe((issue) => {
      if (issue_date.valid) due_date.setValue(addDays(issue, days));
    });
  }
}

/** What differs from the draft: saving that alone does not undo what somebody else has changed meanwhile. */
function changesOf({ lines, ...terms }: SaveInvoice, draft: InvoiceView): Partial<SaveInvoice> {
  const { client_id: _, ...changes } = changedFields(terms, draft);
  const form = invoiceForm(draft.issue_date, draft.due_date);
  fill(form, draft);
  const isSame = JSON.stringify(lines) === JSON.stringify(toInvoice(form).lines);
  return isSame ? changes : { ...changes, lines };
}

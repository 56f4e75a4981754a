import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import type { InvoiceView } from '@tidemark/contracts';
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
import { Picker, saving } from '@tidemark/web/ui/pages';
import { SessionStore } from '@tidemark/web/session';
import { catchError, map, of } from 'rxjs';
import { InvoicesApi } from '../invoices/invoices-api';
import { BillingChanges } from '../shared/billing-changes';
import { MoneyPipe } from '../shared/format-money';
import { InvoiceChoices } from '../shared/invoice-choices';
import {
  TrackedTimeDialog,
  type TrackedTimeData,
  type TrackedTime,
} from '../tracked-time/tracked-time-dialog';
import { currencyName, OFTEN_USED } from './currency-names';
import { DraftConflict } from './draft-conflict';
import { DraftConflictPanel } from './draft-conflict-panel';
import { InvoiceStart } from './invoice-start';
import { InvoiceTotals } from './invoice-totals';
import {
  addTracked,
  changesOf,
  dropBlankLines,
  dropTracked,
  fill,
  forgiveUnseen,
  invoiceForm,
  linesProblem,
  toInvoice,
} from './invoice-form';
import { totalsOf } from './totals-of';
import { LineRows } from './line-rows';
import { daysBetween, DEFAULT_TERM, keepTerm, setTerm, TERMS } from './payment-term';

/** Writes an invoice: a new one, or a draft that is changed. */
@Component({
  selector: 'tm-invoice-editor',
  imports: [
    DraftConflictPanel,
    EmptyState,
    ErrorState,
    Field,
    FieldControl,
    Icon,
    InvoiceTotals,
    LineRows,
    MoneyPipe,
    Picker,
    ReactiveFormsModule,
    RouterLink,
    Skeleton,
  ],
  providers: [DraftConflict, InvoiceStart],
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
  private readonly injector = inject(Injector);
  protected readonly start = inject(InvoiceStart);
  protected readonly conflict = inject(DraftConflict);
  protected readonly clients = inject(InvoiceChoices).clients;

  /** From the route; a new invoice without. */
  readonly id = input<string>();

  protected readonly terms = TERMS;
  protected readonly setTerm = setTerm;
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
  protected readonly linesProblem = computed(() => {
    this.state();
    return linesProblem(this.form);
  });
  protected readonly back = computed(() => {
    const draft = this.saved();
    return draft ? ['/invoices', draft.id] : ['/invoices'];
  });
  private readonly saveButton = viewChild<ElementRef<HTMLElement>>('saveButton');
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
    keepTerm(this.form);
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

  protected picked(client: Pickable | undefined): void {
    if (client) void this.start.takeTerms(this.form, client.id);
  }

  /** @param again instead of the time that was filled in, which stays when nothing is chosen */
  protected async addTime({ again = false } = {}): Promise<void> {
    const { client_id, currency, lines } = this.form.getRawValue();
    const kept = again ? lines.filter(({ time_entry_ids }) => !time_entry_ids) : lines;
    const time = await this.dialogs.open<TrackedTime, TrackedTimeData>(TrackedTimeDialog, {
      ...{ clientId: client_id, currency, lineCount: kept.length },
      projectId: again ? this.start.projectId() : null,
      taken: new Set(kept.flatMap(({ time_entry_ids }) => time_entry_ids ?? [])),
    });
    if (!time) return;
    if (again) dropTracked(this.form);
    this.form.controls.client_id.setValue(time.clientId);
    addTracked(this.form, time.lines);
    this.form.markAsDirty();
  }

  protected async save(): Promise<void> {
    dropBlankLines(this.form);
    forgiveUnseen(this.form);
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
    if (!draft) return this.api.create(toInvoice(this.form));
    const changes = changesOf(this.form, draft);
    if (Object.keys(changes).length === 0) return of(draft);
    return this.api
      .update(draft.id, { ...changes, revision: draft.revision })
      .pipe(catchError((error: unknown) => this.conflict.look(error, this.form, draft)));
  }

  protected goOnFrom(draft: InvoiceView): void {
    this.saved.set(draft);
    afterNextRender(() => this.saveButton()?.nativeElement.focus(), { injector: this.injector });
  }

  private show(draft: InvoiceView): void {
    fill(this.form, draft);
    this.filled.set(true);
    this.title.name.set(`Edit invoice ${draft.number}`);
  }
}

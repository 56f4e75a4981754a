import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  DATE_ORDERS,
  type DateOrder,
  type ImportColumn,
  type TimeImport,
} from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  dayIn,
  ErrorState,
  formatHours,
  Icon,
  loaded,
  PageHeader,
  Skeleton,
  Toast,
  toProblem,
} from '@tidemark/web/ui';
import { firstValueFrom, switchMap, timer } from 'rxjs';
import { WorkChanges } from '../shared/work-changes';
import { ImportApi, type ImportRequest } from './import-api';
import { ImportLines } from './import-lines';
import { ImportSource } from './import-source';
import { COLUMN_HELP, COLUMN_LABELS, DATE_ORDER_OPTIONS, OPTIONAL_COLUMNS } from './import-words';

/** Typing is not followed letter by letter. */
const SETTLE_MS = 300;

/** Time entries from a file: what it says is shown first, and stored only when every line is good. */
@Component({
  selector: 'tm-import-page',
  imports: [ErrorState, Icon, ImportLines, ImportSource, PageHeader, RouterLink, Skeleton],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
  host: { class: 'page' },
})
export class ImportPage {
  private readonly api = inject(ImportApi);
  private readonly changes = inject(WorkChanges);
  private readonly session = inject(SessionStore);
  private readonly toast = inject(Toast);
  private readonly outcome = viewChild<ElementRef<HTMLElement>>('outcome');

  protected readonly help = COLUMN_HELP;
  protected readonly labels = COLUMN_LABELS;
  protected readonly orders = DATE_ORDER_OPTIONS;
  protected readonly zone = computed(() => this.session.zone().replaceAll('_', ' '));

  protected readonly source = signal<string | Blob>('');
  protected readonly dateOrder = signal<DateOrder | undefined>(undefined);
  protected readonly leftOut = signal<readonly ImportColumn[]>([]);
  protected readonly isHelpOpen = signal(false);
  protected readonly busy = signal(false);
  protected readonly stored = signal<TimeImport | undefined>(undefined);

  private readonly request = computed<ImportRequest | undefined>(() => {
    const file = this.source();
    const isEmpty = typeof file === 'string' && file.trim() === '';
    return isEmpty ? undefined : { file, dateOrder: this.dateOrder(), leftOut: this.leftOut() };
  });
  protected readonly preview = loaded(this.request, (request) =>
    timer(SETTLE_MS).pipe(switchMap(() => this.api.preview(request))),
  );
  /** What is on screen while another look is on its way, but not after a file that cannot be read at all. */
  protected readonly shown = computed(() =>
    this.request() && !this.preview.problem() ? this.preview.value() : undefined,
  );
  protected readonly totals = computed(() => this.shown()?.totals);
  protected readonly columns = computed(() => {
    const found = new Set([...(this.shown()?.columns ?? []), ...this.leftOut()]);
    return OPTIONAL_COLUMNS.filter((column) => found.has(column));
  });
  protected readonly canImport = computed(
    () => this.totals()?.lines_with_errors === 0 && !this.preview.loading() && !this.busy(),
  );
  protected readonly action = computed(() => `Import ${counted(this.totals()?.lines ?? 0)}`);
  protected readonly sum = computed(() => formatHours(this.totals()?.duration_seconds ?? 0));

  protected chooseOrder(event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    this.dateOrder.set(DATE_ORDERS.find((order) => order === value));
  }

  protected toggle(column: ImportColumn): void {
    this.leftOut.update((columns) =>
      columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column],
    );
  }

  protected async import(): Promise<void> {
    const request = this.request();
    if (!request || !this.canImport()) return;
    this.busy.set(true);
    try {
      this.stored.set(await firstValueFrom(this.api.import(request)));
      this.changes.tell('time');
      setTimeout(() => this.outcome()?.nativeElement.focus());
    } catch (error) {
      this.toast.problem(toProblem(error));
      this.preview.reload();
    } finally {
      this.busy.set(false);
    }
  }

  protected again(): void {
    this.stored.set(undefined);
    this.source.set('');
    this.leftOut.set([]);
  }

  protected said({ lines, totals }: TimeImport) {
    const days = lines.flatMap(({ started_at }) => started_at ?? []).sort();
    const first = days[0];
    return {
      title: `${counted(totals.lines)} imported`,
      hours: formatHours(totals.duration_seconds),
      day: first && dayIn(this.session.zone(), first),
    };
  }
}

function counted(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

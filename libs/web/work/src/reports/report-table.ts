import { Component, computed, input, output } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { ReportGroup, ReportRow, TimeReport } from '@tidemark/contracts';
import { ariaSort, HoursPipe, SortButton, Swatch } from '@tidemark/web/ui';
import { drillInto } from './drill';
import { formatAmount, formatShare, GROUP_WORDS, rowName } from './report-words';

/** More rows appear when they are asked for: thousands would be slow to draw, and nobody reads them. */
const SHOWN = 100;

/** The columns of numbers, each by its field. */
const COLUMNS = [
  { field: 'seconds', label: 'Hours' },
  { field: 'billable_seconds', label: 'Billable' },
  { field: 'amount', label: 'Amount' },
  { field: 'entry_count', label: 'Entries' },
];

interface ShownRow extends ReportRow {
  name: string;
  share: string;
  money: string;
  /** Lengths of the bar in percent of the column. */
  billable: number;
  other: number;
  into: Params | null;
}

/** The rows of a report. Each leads to the report of what it is about. */
@Component({
  selector: 'tm-report-table',
  imports: [HoursPipe, RouterLink, SortButton, Swatch],
  templateUrl: './report-table.html',
  styleUrls: ['../../../ui/src/lists/list-page.css', './report-table.css'],
})
export class ReportTable {
  readonly report = input.required<TimeReport>();
  /** As on the wire. */
  readonly sort = input.required<string>();
  /** The groupings through which one came here. */
  readonly via = input<readonly ReportGroup[]>([]);
  readonly showAll = input(false);
  readonly sorted = output<string>();
  readonly all = output();

  protected readonly ariaSort = ariaSort;
  protected readonly head = computed(() => GROUP_WORDS[this.report().group_by].one);
  /** Nobody is shown an empty column. */
  protected readonly hasMoney = computed(() => this.report().total.amount !== null);
  protected readonly columns = computed(() =>
    COLUMNS.filter(({ field }) => field !== 'amount' || this.hasMoney()),
  );
  protected readonly total = computed(() => {
    const { total } = this.report();
    return { ...total, money: total.amount === null ? '' : formatAmount(total.amount) };
  });
  protected readonly rows = computed(() => {
    const { rows } = this.report();
    const longest = Math.max(...rows.map(({ seconds }) => seconds), 1);
    const shown = this.showAll() ? rows : rows.slice(0, SHOWN);
    return shown.map((row) => this.shown(row, longest));
  });
  protected readonly hidden = computed(() => this.report().rows.length - this.rows().length);
  protected readonly roundedApart = computed(() => {
    const { rows, total } = this.report();
    const sum = rows.reduce((cents, { amount }) => cents + inCents(amount), 0n);
    return rows.length > 1 && sum !== inCents(total.amount);
  });

  private shown(row: ReportRow, longest: number): ShownRow {
    const { seconds, billable_seconds, amount } = row;
    const said = Object.values(this.report().narrowed_to);
    return {
      ...row,
      name: rowName(row, this.report().group_by),
      detail: said.includes(row.detail ?? '') ? null : row.detail,
      share: formatShare(seconds / Math.max(1, this.report().total.seconds)),
      money: amount === null ? '–' : formatAmount(amount),
      billable: (billable_seconds / longest) * 100,
      other: ((seconds - billable_seconds) / longest) * 100,
      into: drillInto(row, this.report(), this.via()),
    };
  }
}

const inCents = (amount: string | null): bigint => BigInt((amount ?? '0').replace('.', ''));

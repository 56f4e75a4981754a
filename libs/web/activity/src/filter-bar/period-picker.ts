import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { SessionStore } from '@tidemark/web/session';
import { type Days, DaysPanel } from '@tidemark/web/ui/pages';
import { type PageFilter, RANGE_LABELS, type Range, RANGES } from '../filter/page-filter';
import { dayOf, periodLabel } from '../filter/period';
import { FilterChip } from './filter-chip';

export type Period = Pick<PageFilter, 'range' | 'start_date' | 'end_date'>;
export const NO_PERIOD: Period = { range: undefined, start_date: undefined, end_date: undefined };

/** The period as a chip: usual ones with one press, any other by its first and last day. */
@Component({
  selector: 'tm-period-picker',
  imports: [DaysPanel, FilterChip],
  templateUrl: './period-picker.html',
})
export class PeriodPicker {
  private readonly zone = inject(SessionStore).zone;

  readonly period = input.required<Period>();
  readonly picked = output<Period>();

  private readonly chip = viewChild.required(FilterChip);
  protected readonly ranges = (Object.keys(RANGES) as Range[]).map((name) => ({
    name,
    label: RANGE_LABELS[name],
  }));
  protected readonly summary = computed(() => periodLabel(this.period(), this.zone()));
  protected readonly days = computed(() => ({
    first: dayOf(this.period().start_date, this.zone()),
    last: dayOf(this.period().end_date, this.zone()),
  }));

  protected pickDays({ first, last }: Days): void {
    this.pick({ start_date: first || undefined, end_date: last || undefined });
  }

  protected clear(): void {
    this.picked.emit(NO_PERIOD);
  }

  protected pick(period: Partial<Period>): void {
    this.picked.emit({ ...NO_PERIOD, ...period });
    this.chip().close();
  }
}

import { Component, computed, inject, signal } from '@angular/core';
import { MAT_BOTTOM_SHEET_DATA, MatBottomSheetRef } from '@angular/material/bottom-sheet';
import { FormControl } from '@angular/forms';
import { SessionStore } from '@tidemark/web/session';
import { Picker } from '@tidemark/web/ui/pages';
import { type PageFilter, RANGE_LABELS, type Range, RANGES, trimmed } from '../filter/page-filter';
import { dayOf } from '../filter/period';
import type { FilterOptions } from './filter-options';
import { NO_PERIOD } from './period-picker';

/** The filters on a phone. Nothing changes behind the sheet until it is done, so that "Back" is one step. */
@Component({
  selector: 'tm-filter-sheet',
  imports: [Picker],
  templateUrl: './filter-sheet.html',
  styleUrl: './filter-sheet.css',
})
export class FilterSheet {
  private readonly zone = inject(SessionStore).zone;
  private readonly sheet = inject<MatBottomSheetRef<FilterSheet, PageFilter>>(MatBottomSheetRef);
  private readonly data = inject<{ filter: PageFilter; options: FilterOptions }>(
    MAT_BOTTOM_SHEET_DATA,
  );

  protected readonly options = this.data.options;
  protected readonly draft = signal<PageFilter>(this.data.filter);
  protected readonly person = new FormControl(this.data.filter.user_id ?? null);
  protected readonly project = new FormControl(this.data.filter.project_id ?? null);
  protected readonly isCustom = signal(
    !!this.data.filter.start_date || !!this.data.filter.end_date,
  );
  protected readonly ranges = Object.keys(RANGES) as Range[];
  protected readonly rangeLabels = RANGE_LABELS;
  protected readonly from = computed(() => dayOf(this.draft().start_date, this.zone()));
  protected readonly to = computed(() => dayOf(this.draft().end_date, this.zone()));
  protected readonly isBackwards = computed(
    () => !!this.from() && !!this.to() && this.from() > this.to(),
  );

  protected change(part: Partial<PageFilter>): void {
    this.draft.update((filter) => ({ ...filter, ...part }));
  }

  /** Puts a value into a list of the filter, or takes it out. */
  protected toggle<K extends 'entity_type' | 'action'>(
    name: K,
    value: NonNullable<PageFilter[K]>[number],
  ): void {
    const chosen: readonly string[] = this.draft()[name] ?? [];
    const next = chosen.includes(value)
      ? chosen.filter((one) => one !== value)
      : [...chosen, value];
    this.change({ [name]: next, ...(name === 'entity_type' && { entity_id: undefined }) });
  }

  protected choosePeriod(value: string): void {
    this.isCustom.set(value === 'custom');
    const range = this.ranges.find((one) => one === value);
    this.change({ ...NO_PERIOD, range });
  }

  protected clear(): void {
    this.sheet.dismiss({});
  }

  protected done(event: Event): void {
    event.preventDefault();
    if (!this.isBackwards()) this.sheet.dismiss(trimmed(this.draft()));
  }
}

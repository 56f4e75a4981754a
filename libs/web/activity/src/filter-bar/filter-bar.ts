import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, inject, injectAsync, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Icon } from '@tidemark/web/ui';
import { map } from 'rxjs';
import { ENTITY_BADGES } from '../entity-badges';
import type { PageFilter } from '../filter/page-filter';
import { PageFilters } from '../filter/page-filters';
import { FilterFinder } from './filter-finder';
import { FilterOptions } from './filter-options';
import { FilterPicker } from './filter-picker';
import { FilterSearch } from './filter-search';
import { PeriodPicker } from './period-picker';

const PHONE = '(max-width: 900px)';

/** All filters of the activity page: chips side by side, on a phone a sheet behind one button. */
@Component({
  selector: 'tm-filter-bar',
  imports: [FilterFinder, FilterPicker, FilterSearch, Icon, PeriodPicker],
  templateUrl: './filter-bar.html',
  styleUrls: ['./filter-chip.css', './filter-bar.css'],
  providers: [FilterOptions],
})
export class FilterBar {
  protected readonly filters = inject(PageFilters);
  protected readonly options = inject(FilterOptions);
  private readonly breakpoints = inject(BreakpointObserver);
  // Loaded with the first press: a desk needs none.
  private readonly sheet = injectAsync(() =>
    import('@angular/material/bottom-sheet').then((module) => module.MatBottomSheet),
  );

  private readonly firstPicker = viewChild(FilterPicker);
  protected readonly filter = this.filters.filter;
  protected readonly isPhone = toSignal(
    this.breakpoints.observe(PHONE).pipe(map(({ matches }) => matches)),
    { initialValue: this.breakpoints.isMatched(PHONE) },
  );

  /** What only an address can filter by: one thing's history, one batch, or a person where nobody can be chosen. */
  protected readonly others = computed(() => {
    const { entity_id, batch_id, entity_type, user_id } = this.filter();
    const [type] = entity_type ?? [];
    const thing = type ? ENTITY_BADGES[type].label : 'Thing';
    return [
      { name: 'entity_id', label: thing, value: entity_id },
      { name: 'batch_id', label: 'Changed at once', value: batch_id },
      {
        name: 'user_id',
        label: 'Person',
        value: this.options.canChoosePeople() ? undefined : user_id,
      },
    ].filter(({ value }) => value !== undefined);
  });

  constructor() {
    this.options.load();
  }

  /** Goes to the filters: to the first chip, or into the sheet. */
  focus(): void {
    if (this.isPhone()) void this.openSheet();
    else this.firstPicker()?.focus();
  }

  protected remove(name: string): void {
    this.filters.change({ [name]: undefined });
  }

  protected search(q: string): void {
    this.filters.change({ q }, { replace: true });
  }

  protected async openSheet(): Promise<void> {
    const [sheet, { FilterSheet }] = await Promise.all([this.sheet(), import('./filter-sheet')]);
    sheet
      .open<unknown, unknown, PageFilter>(FilterSheet, {
        data: { filter: this.filter(), options: this.options },
        ariaLabel: 'Filters',
      })
      .afterDismissed()
      .subscribe((filter) => filter && this.filters.set(filter));
  }
}

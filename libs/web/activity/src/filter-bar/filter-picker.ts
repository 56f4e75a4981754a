import { CdkListbox, CdkOption } from '@angular/cdk/listbox';
import { booleanAttribute, Component, computed, input, output, viewChild } from '@angular/core';
import { Icon, type IconName } from '@tidemark/web/ui';
import { FilterChip } from './filter-chip';

export interface FilterOption<T> {
  value: T;
  label: string;
  icon?: IconName;
}

/** One filter as a chip: says what is chosen, opens the list to choose from (typing finds), and can be taken away. */
@Component({
  selector: 'tm-filter-picker',
  imports: [CdkListbox, CdkOption, FilterChip, Icon],
  templateUrl: './filter-picker.html',
  styleUrl: './filter-picker.css',
})
export class FilterPicker<T extends string | number> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly FilterOption<T>[]>();
  readonly chosen = input.required<readonly T[]>();
  /** Several can be chosen, and the list stays open for it. */
  readonly multiple = input(false, { transform: booleanAttribute });
  readonly picked = output<T[]>();

  private readonly chip = viewChild.required(FilterChip);
  private readonly listbox = viewChild(CdkListbox);

  /** The list refuses what it does not have, such as a project that is gone. */
  protected readonly known = computed(() =>
    this.chosen().filter((value) => this.options().some((option) => option.value === value)),
  );

  /** "Tasks", "Tasks +2", "#7" for what has no name here. */
  protected readonly summary = computed(() => {
    const [first, ...others] = this.chosen();
    if (first === undefined) return '';
    const name = this.options().find(({ value }) => value === first)?.label ?? `#${first}`;
    return others.length > 0 ? `${name} +${others.length}` : name;
  });

  /** Moves the focus to the chip. */
  focus(): void {
    this.chip().focus();
  }

  protected choose(values: readonly T[]): void {
    this.picked.emit([...values]);
    if (!this.multiple()) this.chip().close();
  }

  protected focusList(): void {
    this.listbox()?.focus();
  }
}

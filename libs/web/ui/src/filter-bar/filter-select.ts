import { Component, input, output } from '@angular/core';

export interface FilterOption {
  /** As in the address. */
  value: string;
  label: string;
}

/** A filter with a few options; the first stands for "no filter". */
@Component({
  selector: 'tm-filter-select',
  template: `
    <select
      #box
      class="input"
      [class.on]="value()"
      [attr.aria-label]="label()"
      (change)="changed.emit(box.value || undefined)"
    >
      <option value="" [selected]="!value()">{{ none() }}</option>
      @for (option of options(); track option.value) {
        <option [value]="option.value" [selected]="option.value === value()">
          {{ option.label }}
        </option>
      }
    </select>
  `,
  styles: `
    .input {
      width: auto;
      min-width: 120px;
      max-width: 100%;
    }
    .on {
      border-color: var(--tide);
      background-color: var(--tide-wash);
    }
    @media (max-width: 900px) {
      .input {
        width: 100%;
      }
    }
  `,
})
export class FilterSelect {
  readonly label = input.required<string>();
  /** What the first option says: "Any status". */
  readonly none = input.required<string>();
  readonly options = input.required<readonly FilterOption[]>();
  readonly value = input<string>();
  readonly changed = output<string | undefined>();
}

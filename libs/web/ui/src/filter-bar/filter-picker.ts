import { Component, effect, input, output } from '@angular/core';
import { FormControl } from '@angular/forms';
import type { PickSource } from '../picker/pickable';
import { Picker } from '../picker/picker';

/** A filter with many options. */
@Component({
  selector: 'tm-filter-picker',
  imports: [Picker],
  template: `
    <tm-picker
      labelHidden
      [label]="label()"
      [placeholder]="none()"
      [control]="control"
      [source]="source()"
      (picked)="changed.emit($event?.id)"
    />
  `,
  host: { '[class.on]': 'value() !== undefined' },
  styles: `
    :host(.on) {
      --picker-line: var(--tide);
      --picker-fill: var(--tide-wash);
    }
    :host {
      display: block;
      width: 150px;
      --placeholder: var(--ink);
    }
    @media (max-width: 900px) {
      :host {
        width: 100%;
      }
    }
  `,
})
export class FilterPicker {
  readonly label = input.required<string>();
  /** What it says while the filter is off: "Any project". */
  readonly none = input.required<string>();
  readonly source = input.required<PickSource>();
  readonly value = input<number>();
  readonly changed = output<number | undefined>();

  protected readonly control = new FormControl<number | null>(null);

  constructor() {
    effect(() => this.control.setValue(this.value() ?? null));
  }
}

import { Component, computed, input } from '@angular/core';
import type { Selectable, Selection } from './selection';

/**
 * The box at the beginning of a row that can be chosen; the row has the class "selectable". It shows while somebody points
 * at the row or is in it, and in all rows once one is chosen.
 */
@Component({
  selector: 'tm-select-box',
  template: `
    <label (mousedown)="keepText($event)">
      <input
        type="checkbox"
        [checked]="isChosen()"
        [attr.aria-label]="'Select ' + name()"
        [attr.data-row]="row()"
        (click)="toggle($event)"
      />
    </label>
  `,
  styleUrl: './select-box.css',
  host: { '[class.shown]': 'selection().isActive()' },
})
export class SelectBox {
  readonly selection = input.required<Selection<Selectable>>();
  /** The id of the row. */
  readonly row = input.required<number>();
  readonly name = input.required<string>();

  protected readonly isChosen = computed(() => this.selection().has(this.row()));

  protected toggle({ shiftKey }: MouseEvent): void {
    if (shiftKey) this.selection().toggleRange(this.row());
    else this.selection().toggle(this.row());
  }

  /** A click with Shift would mark the text in between. */
  protected keepText(event: MouseEvent): void {
    if (event.shiftKey) event.preventDefault();
  }
}

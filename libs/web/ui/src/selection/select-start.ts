import { Component, input } from '@angular/core';
import type { Selectable, Selection } from './selection';

/** "Select": the way to the boxes of the rows where nobody can point at one. */
@Component({
  selector: 'tm-select-start',
  template: `
    @if (!selection().isActive() && selection().rows().length > 0) {
      <button type="button" class="btn btn-small" (click)="selection().begin()">Select</button>
    }
  `,
  styles: `
    :host {
      display: none;
    }
    @media (max-width: 900px), (hover: none) {
      :host {
        display: block;
      }
      .btn {
        min-height: 44px;
        padding-inline: 14px;
      }
    }
  `,
})
export class SelectStart {
  readonly selection = input.required<Selection<Selectable>>();
}

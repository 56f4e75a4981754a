import { Component, input } from '@angular/core';
import type { Selectable, Selection } from './selection';

/** "Select": the way to the boxes of the rows where nobody can point at one, and "Done", the way back. */
@Component({
  selector: 'tm-select-start',
  template: `
    @if (selection().rows().length > 0) {
      <button type="button" class="btn btn-quiet" (click)="toggle()">
        {{ selection().isActive() ? 'Done' : 'Select' }}
      </button>
    }
  `,
  styles: `
    :host {
      display: none;
    }
    @media (max-width: 900px), (hover: none) {
      :host {
        display: block;
        margin-block: -8px 0;
        text-align: end;
      }
      :host(:empty) {
        display: none;
      }
      .btn {
        min-height: 44px;
      }
    }
  `,
})
export class SelectStart {
  readonly selection = input.required<Selection<Selectable>>();

  protected toggle(): void {
    if (this.selection().isActive()) this.selection().clear();
    else this.selection().begin();
  }
}

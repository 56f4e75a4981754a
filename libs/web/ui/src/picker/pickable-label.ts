import { Component, input } from '@angular/core';
import { Swatch } from '../feedback/swatch';
import type { Pickable } from './pickable';

/** A choice as a line in the list. */
@Component({
  selector: 'tm-pickable-label',
  imports: [Swatch],
  template: `
    @if (choice().color; as color) {
      <tm-swatch [color]="color" />
    }
    <span class="truncate">{{ choice().name }}</span>
    @if (choice().detail; as detail) {
      <span class="detail truncate">{{ detail }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 9px;
      min-width: 0;
    }
    .detail {
      margin-left: auto;
      padding-left: 12px;
      color: var(--ink-faint);
      font-size: var(--text-s);
    }
  `,
})
export class PickableLabel {
  readonly choice = input.required<Pickable>();
}

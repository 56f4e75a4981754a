import { Component, input } from '@angular/core';

/** A project's colour as a small square before its name. */
@Component({
  selector: 'tm-swatch',
  template: '',
  styles: `
    :host {
      display: inline-block;
      width: 9px;
      height: 9px;
      flex: none;
      border-radius: 3px;
      forced-color-adjust: none;
      print-color-adjust: exact;
    }
  `,
  host: { 'aria-hidden': 'true', '[style.background-color]': 'color()' },
})
export class Swatch {
  /** "#rrggbb" */
  readonly color = input.required<string>();
}

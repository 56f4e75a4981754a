import { Component, computed, input } from '@angular/core';
import { FILLED, ICONS, type IconName } from './icons';

/** A decorative icon in the colour of the text around it. Its meaning must also stand in words (label, tooltip, text). */
@Component({
  selector: 'tm-icon',
  template: `
    <svg
      viewBox="0 0 20 20"
      [attr.width]="size()"
      [attr.height]="size()"
      [class.filled]="filled()"
      aria-hidden="true"
      focusable="false"
    >
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      line-height: 0;
    }
    svg {
      fill: none;
      stroke: currentColor;
      stroke-width: 1.6;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .filled {
      fill: currentColor;
      stroke: none;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  /** Edge length in pixels. */
  readonly size = input(20);

  protected readonly path = computed(() => ICONS[this.name()]);
  protected readonly filled = computed(() => FILLED.has(this.name()));
}

import { Component } from '@angular/core';

/** The mark and the name. */
@Component({
  selector: 'tm-logo',
  template: `
    <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true" focusable="false">
      <path d="M2 8c2.2-2.4 4.4-2.4 6.6 0s4.4 2.4 6.6 0S19 5.8 20 7" />
      <path class="under" d="M2 14.5c2.2-2.4 4.4-2.4 6.6 0s4.4 2.4 6.6 0 3.8-2.2 4.8-1" />
    </svg>
    Tidemark
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 9px;
      font-size: var(--text-l);
      font-weight: 650;
      letter-spacing: -0.01em;
    }
    svg {
      fill: none;
      stroke: var(--tide);
      stroke-width: 2;
      stroke-linecap: round;
    }
    .under {
      opacity: 0.5;
    }
  `,
})
export class Logo {}

import { Component, computed, input } from '@angular/core';

const WIDTHS = [72, 54, 63, 47, 68, 58];

/** Grey rows where content is about to be. Shows after 150 ms only: what loads fast does not flicker. */
@Component({
  selector: 'tm-skeleton',
  template: `
    @for (width of widths(); track $index) {
      <span class="row">
        <span class="blob"></span>
        <span class="bar" [style.width.%]="width"></span>
      </span>
    }
  `,
  styleUrl: './skeleton.css',
  host: { role: 'status', 'aria-label': 'Loading' },
})
export class Skeleton {
  readonly rows = input(5);

  protected readonly widths = computed(() =>
    Array.from({ length: this.rows() }, (_, index) => WIDTHS[index % WIDTHS.length]),
  );
}

import { Component, input } from '@angular/core';

/** The head of a page: its title, a quiet line beside it, and actions on the right (projected). */
@Component({
  selector: 'tm-page-header',
  template: `
    <div class="words">
      <h1>{{ title() }}</h1>
      @if (hint()) {
        <p class="hint">{{ hint() }}</p>
      }
    </div>
    <div class="actions"><ng-content /></div>
  `,
  styleUrl: './page-header.css',
})
export class PageHeader {
  readonly title = input.required<string>();
  /** "8 people", a date. */
  readonly hint = input('');
}

import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** Nothing here yet: says what will be, and what to do (projected actions). */
@Component({
  selector: 'tm-empty-state',
  imports: [Icon],
  template: `
    <span class="badge"><tm-icon [name]="icon()" /></span>
    <p class="title">{{ title() }}</p>
    @if (text()) {
      <p class="text">{{ text() }}</p>
    }
    <div class="actions"><ng-content /></div>
  `,
  styleUrl: './state.css',
})
export class EmptyState {
  readonly icon = input.required<IconName>();
  readonly title = input.required<string>();
  readonly text = input('');
}

import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../icon/icon';
import { Tooltip } from '../tooltip/tooltip';

/** From the row of a thing in a list to its history, in one click. */
@Component({
  selector: 'tm-history-link',
  imports: [Icon, RouterLink, Tooltip],
  template: `
    <a
      class="icon-btn"
      tmTooltip="Activity"
      [routerLink]="page()"
      [queryParams]="{ tab: 'activity' }"
      [attr.aria-label]="label()"
    >
      <tm-icon name="history" [size]="18" />
    </a>
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    a {
      color: var(--ink-faint);
    }
    a:hover {
      color: var(--tide);
    }
  `,
})
export class HistoryLink {
  /** Of the thing, as for `routerLink`. */
  readonly page = input.required<readonly unknown[]>();
  readonly name = input.required<string>();

  protected readonly label = computed(() => `Activity of ${this.name()}`);
}

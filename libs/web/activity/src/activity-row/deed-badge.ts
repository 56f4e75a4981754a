import { Component, computed, input } from '@angular/core';
import type { Action } from '@tidemark/contracts';
import { Icon } from '@tidemark/web/ui';
import { ACTION_BADGES } from '../entity-badges';

/** What was done, as an icon on its colour. The sentence beside it says the same in words. */
@Component({
  selector: 'tm-deed-badge',
  imports: [Icon],
  template: `<tm-icon [name]="badge().icon" [size]="small() ? 14 : 17" />`,
  styleUrl: './deed-badge.css',
  host: { '[attr.data-tone]': 'badge().tone', '[class.small]': 'small()' },
})
export class DeedBadge {
  readonly action = input.required<Action>();
  readonly small = input(false);

  protected readonly badge = computed(() => ACTION_BADGES[this.action()]);
}

import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { formatExact, formatRelative } from './format-time';
import { Now } from './now';
import { Tooltip } from '../tooltip/tooltip';
import { ViewerZone } from './viewer-zone';

/** How long ago something was; the exact time and zone on hover and focus. All of them share one tick. */
@Component({
  selector: 'tm-relative-time',
  imports: [Tooltip],
  template: `<time class="num" tabindex="0" [attr.datetime]="at()" [tmTooltip]="exact()">{{
    text()
  }}</time>`,
  styles: `
    time {
      border-radius: 3px;
      white-space: nowrap;
    }
  `,
})
export class RelativeTime {
  private readonly now = inject(Now);
  private readonly zone = inject(ViewerZone);

  /** ISO instant. */
  readonly at = input.required<string>();
  /** A heading above already names the day. */
  readonly underDay = input(false, { transform: booleanAttribute });

  protected readonly exact = computed(() => formatExact(this.at(), this.zone.name()));
  protected readonly text = computed(() =>
    formatRelative(this.at(), this.now.everyMinute(), this.zone.name(), this.underDay()),
  );
}

import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { formatExact, formatRelative } from './format-time';
import { Now } from './now';
import { Tooltip } from '../tooltip/tooltip';
import { ViewerZone } from './viewer-zone';

/**
 * How long ago something was; the exact time and zone on hover and focus. All of them share one tick. May lead to what
 * happened then.
 */
@Component({
  selector: 'tm-relative-time',
  imports: [RouterLink, Tooltip],
  template: `
    @if (to(); as place) {
      <a class="num" [routerLink]="place" [queryParams]="toParams()" [tmTooltip]="exact()"
        ><time [attr.datetime]="at()">{{ text() }}</time></a
      >
    } @else {
      <time class="num" tabindex="0" [attr.datetime]="at()" [tmTooltip]="exact()">{{
        text()
      }}</time>
    }
  `,
  styles: `
    time,
    a {
      border-radius: 3px;
      white-space: nowrap;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      color: var(--tide);
      text-decoration: underline;
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

  /** Where it leads, as for `routerLink`; nowhere without. */
  readonly to = input<readonly unknown[]>();
  readonly toParams = input<Params>({});

  protected readonly exact = computed(() => formatExact(this.at(), this.zone.name()));
  protected readonly text = computed(() =>
    formatRelative(this.at(), this.now.everyMinute(), this.zone.name(), this.underDay()),
  );
}

import { Component, input } from '@angular/core';
import { Icon, StatusChip } from '@tidemark/web/ui';
import type { Chip } from '../describe/change-chips';

/** What changed, at a glance: "Due 20 Nov → 24 Nov". */
@Component({
  selector: 'tm-change-chips',
  imports: [Icon, StatusChip],
  template: `
    @if (chips().length > 0) {
      <ul aria-label="Changes">
        @for (chip of chips(); track $index) {
          <li>
            @if (chip.label) {
              <span class="label">{{ chip.label }}</span>
            }
            @if (chip.from !== undefined) {
              <tm-status-chip class="num">{{ chip.from }}</tm-status-chip>
            }
            <span class="after">
              @if (chip.from !== undefined) {
                <tm-icon name="arrow-right" [size]="13" />
                <span class="visually-hidden">became</span>
              }
              <tm-status-chip class="num" [kind]="chip.kind">{{ chip.to }}</tm-status-chip>
            </span>
          </li>
        }
        @if (more() > 0) {
          <li class="label num">+{{ more() }} more</li>
        }
      </ul>
    }
  `,
  styleUrl: './change-chips.css',
})
export class ChangeChips {
  readonly chips = input.required<readonly Chip[]>();
  /** How many changes the details say beyond these. */
  readonly more = input(0);
}

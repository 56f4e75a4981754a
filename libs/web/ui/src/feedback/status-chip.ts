import { Component, input } from '@angular/core';

/** What a colour means: good finished, warn wants attention, bad failed or stopped, tide changed, violet spoken. */
export type ChipKind = 'good' | 'warn' | 'bad' | 'tide' | 'violet' | 'neutral';

/** A state in a word; the colour only repeats what the word says. */
@Component({
  selector: 'tm-status-chip',
  template: `<ng-content />`,
  styleUrl: './status-chip.css',
  host: { '[attr.data-kind]': 'kind()' },
})
export class StatusChip {
  readonly kind = input<ChipKind>('neutral');
}

import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ClockPipe, Icon } from '@tidemark/web/ui';
import { TimerActions } from './timer-actions';
import { titleOf } from './timer-draft';
import { TimerKeeper } from './timer-keeper';
import { TimerStore } from './timer-store';

/** The running timer in a corner of every page: what, since when, and a way to stop it. Nothing while none runs, or the page shows it itself. */
@Component({
  selector: 'tm-timer-chip',
  imports: [ClockPipe, Icon, RouterLink],
  templateUrl: './timer-chip.html',
  styleUrl: './timer-chip.css',
})
export class TimerChip {
  protected readonly store = inject(TimerStore);
  protected readonly actions = inject(TimerActions);
  // Begins to work with the chip, that is with every page.
  protected readonly keeper = inject(TimerKeeper);
  protected readonly titleOf = titleOf;
}

import { Component, computed, input, output, signal } from '@angular/core';
import { Icon } from '@tidemark/web/ui';

/** Asks for something newer. Its icon turns at least once all round, so that a quick answer is seen as well. */
@Component({
  selector: 'tm-refresh-button',
  imports: [Icon],
  template: `
    <button type="button" class="icon-btn" aria-label="Refresh" (click)="press()">
      <tm-icon
        name="refresh"
        [class.turning]="isTurning()"
        (animationiteration)="finishTurn()"
        (animationend)="finishTurn()"
      />
    </button>
    <span class="visually-hidden" role="status">{{ isBusy() ? 'Refreshing' : '' }}</span>
  `,
  styles: `
    .turning {
      animation: turn 700ms linear infinite;
    }
    @keyframes turn {
      to {
        transform: rotate(1turn);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .turning {
        animation-name: dim;
      }
    }
    @keyframes dim {
      from {
        opacity: 0.4;
      }
    }
  `,
})
export class RefreshButton {
  /** The answer is on its way. */
  readonly isBusy = input.required<boolean>();
  readonly pressed = output();

  private readonly isInTurn = signal(false);
  protected readonly isTurning = computed(() => this.isBusy() || this.isInTurn());

  protected press(): void {
    this.isInTurn.set(true);
    this.pressed.emit();
  }

  /** Stops where a turn is complete, and not before the answer. */
  protected finishTurn(): void {
    if (!this.isBusy()) this.isInTurn.set(false);
  }
}

import { Component, computed, input } from '@angular/core';
import { formatHours } from '@tidemark/web/ui';

const NEARLY_USED = 0.9;

/** Hours tracked, and how much of the budget they are. Says in words when it is used up. */
@Component({
  selector: 'tm-budget-bar',
  template: `
    <span class="words num">
      <b>{{ tracked() }}</b>
      @if (budgetHours(); as budget) {
        <span class="faint">of {{ budget.toLocaleString('en-GB') }} h</span>
      }
      @if (over(); as hours) {
        <span class="over">{{ hours }} over</span>
      }
    </span>
    @if (budgetHours()) {
      <span class="track" aria-hidden="true">
        <span class="bar" [attr.data-state]="state()" [style.width.%]="percent()"></span>
      </span>
    }
  `,
  styleUrl: './budget-bar.css',
})
export class BudgetBar {
  readonly trackedHours = input.required<number>();
  readonly budgetHours = input<number | null>(null);

  private readonly share = computed(() => {
    const budget = this.budgetHours();
    return budget ? this.trackedHours() / budget : 0;
  });
  protected readonly tracked = computed(() => inHours(this.trackedHours()));
  protected readonly percent = computed(() => Math.min(100, this.share() * 100));
  protected readonly state = computed(() => {
    if (this.share() > 1) return 'over';
    return this.share() >= NEARLY_USED ? 'nearly' : 'fine';
  });
  protected readonly over = computed(() => {
    const budget = this.budgetHours();
    return budget && this.share() > 1 ? inHours(this.trackedHours() - budget) : '';
  });
}

const inHours = (hours: number): string => formatHours(Math.round(hours * 3600));

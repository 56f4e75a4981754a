import { CdkTrapFocus } from '@angular/cdk/a11y';
import { Component, computed, input, linkedSignal, output } from '@angular/core';

/** Days as the fields hold them: "2026-01-15", or "" for a side that is open. */
export interface Days {
  first: string;
  last: string;
}

/** A range with a name of its own, such as "This week". */
export interface NamedDays<T extends string = string> {
  name: T;
  label: string;
}

/** Usual ranges with one press, any other by its first and its last day: for the overlay of a button. */
@Component({
  selector: 'tm-days-panel',
  imports: [CdkTrapFocus],
  templateUrl: './days-panel.html',
  styleUrl: './days-panel.css',
})
export class DaysPanel<T extends string> {
  readonly label = input.required<string>();
  readonly ranges = input.required<readonly NamedDays<T>[]>();
  /** The name of the range that is on. */
  readonly chosen = input<T>();
  readonly days = input.required<Days>();
  /** What is wrong with other days than a last one before the first; "" for nothing. */
  readonly check = input<(days: Days) => string>(() => '');
  readonly named = output<T>();
  readonly picked = output<Days>();

  protected readonly from = linkedSignal(() => this.days().first);
  protected readonly to = linkedSignal(() => this.days().last);
  protected readonly wrong = computed(() => {
    const days = { first: this.from(), last: this.to() };
    if (days.first && days.last && days.first > days.last) {
      return 'The last day lies before the first.';
    }
    return this.check()(days);
  });

  protected apply(event: Event): void {
    event.preventDefault();
    if (!this.wrong()) this.picked.emit({ first: this.from(), last: this.to() });
  }
}

import { computed, effect, signal, type Signal, untracked } from '@angular/core';
import { switchMap, timer } from 'rxjs';
import { loaded } from '../lists/loaded';
import type { Pickable, PickSource } from './pickable';

const TYPING_PAUSE_MS = 150;

/**
 * Finding one thing by a part of its name, for people who are faster than the answers. Enter before the answer for the
 * typed letters has come waits for that answer, also when one goes on to the next field, and whatever is typed afterwards
 * cancels it. Made in an injection context: `readonly finding = new Finding(this.source, (first) => …)`.
 */
export class Finding {
  /** What is typed; undefined while nothing is looked for. */
  readonly text = signal<string | undefined>(undefined);
  readonly found = loaded(
    () => {
      const text = this.text()?.trim();
      return text === undefined ? undefined : { text, source: this.source() };
    },
    ({ text, source }) =>
      timer(text ? TYPING_PAUSE_MS : 0).pipe(switchMap(() => source.search(text))),
  );
  /** What is on screen: until the answer is there, what was found before. */
  readonly choices = computed(() => this.found.value() ?? []);
  private readonly entered = signal(false);
  /** Enter was pressed before the answer was there. */
  readonly awaited = this.entered.asReadonly();
  /** The arrows were used since the last letter: what they point at is meant. */
  pointed = false;

  /** @param arrived told the first that fits what was entered; undefined when nothing does, or the search failed */
  constructor(
    private readonly source: Signal<PickSource>,
    arrived: (first: Pickable | undefined) => void,
  ) {
    effect(() => {
      // What was found for another project or person is no choice any more.
      this.source();
      this.found.value.set(undefined);
    });
    effect(() => {
      if (!this.entered() || this.found.loading()) return;
      this.entered.set(false);
      const [first] = this.found.problem() ? [] : this.choices();
      untracked(() => arrived(first));
    });
  }

  /** What was entered before is not wanted any more. */
  type(text: string | undefined): void {
    this.text.set(text);
    this.entered.set(false);
    this.pointed = false;
  }

  enter(): void {
    this.entered.set(true);
  }
}

import { computed, type Signal, signal } from '@angular/core';

export interface Selectable {
  id: number;
}

/**
 * Which rows of a list are chosen, to do something to all of them. What is not on the screen any more is not chosen
 * either: nobody changes what they do not see.
 */
export class Selection<T extends Selectable> {
  private readonly ids = signal<ReadonlySet<number>>(new Set());
  private readonly begun = signal(false);
  /** The last one that was touched: from there a range goes. */
  private anchor: number | undefined;

  readonly chosen = computed(() => this.rows().filter(({ id }) => this.ids().has(id)));
  readonly count = computed(() => this.chosen().length);
  readonly isAll = computed(() => this.count() > 0 && this.count() === this.rows().length);
  /** Boxes and the bar are shown. */
  readonly isActive = computed(() => this.begun() || this.count() > 0);

  /** @param rows those that can be chosen, in the order in which they are shown */
  constructor(readonly rows: Signal<readonly T[]>) {}

  has(id: number): boolean {
    return this.ids().has(id);
  }

  /** The row last touched, where the focus can go back to. */
  get last(): number | undefined {
    return this.anchor;
  }

  /** Shows the boxes, where they do not show by themselves. */
  begin(): void {
    this.begun.set(true);
  }

  toggle(id: number): void {
    this.set([id], !this.has(id));
    this.anchor = id;
  }

  /** Makes all rows from the last one touched to this one what this one becomes. */
  toggleRange(id: number): void {
    const order = this.rows().map((row) => row.id);
    const ends = [order.indexOf(this.anchor ?? id), order.indexOf(id)].sort((a, b) => a - b);
    const [from = -1, to = -1] = ends;
    this.set(from < 0 ? [id] : order.slice(from, to + 1), !this.has(id));
    this.anchor = id;
  }

  selectAll(): void {
    this.set(
      this.rows().map(({ id }) => id),
      true,
    );
  }

  clear(): void {
    this.begun.set(false);
    this.ids.set(new Set());
  }

  private set(ids: readonly number[], isChosen: boolean): void {
    const changed = new Set(this.ids());
    for (const id of ids) {
      if (isChosen) changed.add(id);
      else changed.delete(id);
    }
    this.ids.set(changed);
  }
}

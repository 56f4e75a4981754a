import {
  Component,
  computed,
  effect,
  type ElementRef,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  Finding,
  Icon,
  loaded,
  type Pickable,
  PickableLabel,
  type PickSource,
} from '@tidemark/web/ui';
import { FilterChip } from './filter-chip';

let made = 0;

/** A filter with more options than a list can hold: its chip opens a box to find one by a part of its name. */
@Component({
  selector: 'tm-filter-finder',
  imports: [FilterChip, Icon, PickableLabel],
  templateUrl: './filter-finder.html',
  styleUrl: './filter-finder.css',
})
export class FilterFinder {
  readonly label = input.required<string>();
  readonly source = input.required<PickSource>();
  /** The id that is filtered by. */
  readonly chosen = input<number>();
  readonly picked = output<number | undefined>();

  protected readonly id = `tm-filter-finder-${++made}`;
  private readonly chip = viewChild.required(FilterChip);
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');

  protected readonly finding = new Finding(this.source, (first) => first && this.choose(first));
  protected readonly choices = this.finding.choices;
  protected readonly active = linkedSignal<Pickable[], number>({
    source: this.choices,
    computation: () => 0,
  });

  private readonly latest = signal<Pickable | undefined>(undefined);
  private readonly looked = loaded(
    () => {
      const id = this.chosen();
      return id === undefined || id === this.latest()?.id
        ? undefined
        : { id, source: this.source() };
    },
    ({ id, source }) => source.find(id),
  );

  /** The name of what is chosen; "#7" for what has none here, such as a project that is gone. */
  protected readonly summary = computed(() => {
    const id = this.chosen();
    if (id === undefined) return '';
    const known = [this.latest(), this.looked.value()].find((one) => one?.id === id);
    return known?.name ?? (this.looked.problem() ? `#${id}` : '…');
  });

  constructor() {
    // What was entered is found also behind a closed chip: somebody who presses Enter and goes on has chosen.
    effect(() => {
      if (!this.chip().isOpen() && !this.finding.awaited()) this.finding.type(undefined);
    });
  }

  /** Moves the focus to the chip. */
  focus(): void {
    this.chip().focus();
  }

  protected opened(): void {
    this.finding.type('');
    this.box()?.nativeElement.focus();
  }

  protected pressed(event: KeyboardEvent): void {
    const run = event.isComposing ? undefined : this.keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  }

  protected choose(choice: Pickable): void {
    this.latest.set(choice);
    this.picked.emit(choice.id);
    this.finish();
  }

  /** What was entered and has not come yet is not wanted any more. */
  private finish(): void {
    this.finding.type(undefined);
    this.chip().close();
  }

  private readonly keys: Record<string, () => void> = {
    ArrowDown: () => this.step(1),
    ArrowUp: () => this.step(-1),
    Enter: () => (this.finding.pointed ? this.chooseActive() : this.finding.enter()),
    Escape: () => this.finish(),
    Tab: () => this.chip().close(),
  };

  /** Goes up or down, round the ends. */
  private step(by: number): void {
    this.finding.pointed = true;
    const count = this.choices().length;
    if (count > 0) this.active.update((at) => (at + by + count) % count);
    document.getElementById(`${this.id}-${this.active()}`)?.scrollIntoView({ block: 'nearest' });
  }

  private chooseActive(): void {
    const choice = this.choices()[this.active()];
    if (choice) this.choose(choice);
  }
}

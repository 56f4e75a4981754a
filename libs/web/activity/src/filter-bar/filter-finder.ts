import {
  Component,
  computed,
  effect,
  type ElementRef,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Icon, loaded, type Pickable, PickableLabel, type PickSource } from '@tidemark/web/ui';
import { map, switchMap, timer } from 'rxjs';
import { FilterChip } from './filter-chip';

const TYPING_PAUSE_MS = 150;
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

  protected readonly text = signal('');
  protected readonly found = loaded(
    () => (this.chip().isOpen() ? { text: this.text().trim(), source: this.source() } : undefined),
    ({ text, source }) =>
      timer(text ? TYPING_PAUSE_MS : 0).pipe(
        switchMap(() => source.search(text)),
        map((choices) => ({ text, choices })),
      ),
  );
  protected readonly choices = computed(() => this.found.value()?.choices ?? []);
  /** Whether what is on screen fits what is typed by now. */
  private readonly isFitting = computed(
    () => this.found.value()?.text === this.text().trim() && !this.found.loading(),
  );
  protected readonly active = linkedSignal<Pickable[], number>({
    source: this.choices,
    computation: () => 0,
  });
  /** Enter was pressed before the answer was there. */
  private readonly entered = signal(false);
  /** The arrows were used since the last letter: what they point at is meant. */
  private pointed = false;

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
    effect(() => {
      if (this.entered() && this.isFitting()) untracked(() => this.chooseActive());
    });
  }

  /** Moves the focus to the chip. */
  focus(): void {
    this.chip().focus();
  }

  protected opened(): void {
    this.type('');
    this.box()?.nativeElement.focus();
  }

  protected type(text: string): void {
    this.text.set(text);
    this.entered.set(false);
    this.pointed = false;
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
    this.close();
  }

  protected close(): void {
    this.entered.set(false);
    this.chip().close();
  }

  private readonly keys: Record<string, () => void> = {
    ArrowDown: () => this.step(1),
    ArrowUp: () => this.step(-1),
    Enter: () => (this.pointed ? this.chooseActive() : this.entered.set(true)),
    Escape: () => this.close(),
    Tab: () => this.close(),
  };

  /** Goes up or down, round the ends. */
  private step(by: number): void {
    this.pointed = true;
    const count = this.choices().length;
    if (count > 0) this.active.update((at) => (at + by + count) % count);
    document.getElementById(`${this.id}-${this.active()}`)?.scrollIntoView({ block: 'nearest' });
  }

  private chooseActive(): void {
    this.entered.set(false);
    const choice = this.choices()[this.active()];
    if (choice) this.choose(choice);
  }
}

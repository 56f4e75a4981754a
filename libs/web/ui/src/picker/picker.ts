import {
  afterNextRender,
  booleanAttribute,
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
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { FormControl } from '@angular/forms';
import {
  MatAutocomplete,
  type MatAutocompleteSelectedEvent,
  MatAutocompleteTrigger,
  MatOptgroup,
  MatOption,
} from '@angular/material/autocomplete';
import { hasModifierKey } from '@angular/cdk/keycodes';
import { Swatch } from '../feedback/swatch';
import { FieldError } from '../forms/field-error';
import { Icon } from '../icon/icon';
import { map, startWith, switchMap, timer } from 'rxjs';
import { loaded } from '../lists/loaded';
import { type Pickable, type PickSource, grouped } from './pickable';
import { PickableLabel } from './pickable-label';

const TYPING_PAUSE_MS = 150;
/** Names are longer than some boxes. */
const PANEL_MIN_PX = 320;
let made = 0;

/** Picks one thing out of many by typing a part of its name (the combobox pattern). The control holds its id. */
@Component({
  selector: 'tm-picker',
  imports: [
    PickableLabel,
    FieldError,
    Icon,
    MatAutocomplete,
    MatAutocompleteTrigger,
    MatOptgroup,
    MatOption,
    Swatch,
  ],
  templateUrl: './picker.html',
  styleUrl: './picker.css',
})
export class Picker {
  readonly control = input.required<FormControl<number | null>>();
  readonly source = input.required<PickSource>();
  /** What is picked: "Project". */
  readonly label = input.required<string>();
  readonly labelHidden = input(false, { transform: booleanAttribute });
  readonly placeholder = input('');
  readonly required = input(false, { transform: booleanAttribute });
  /** Already known, so that it need not be asked for. */
  readonly known = input<Pickable>();
  /** Each pick by the person; undefined when it was taken away. */
  readonly picked = output<Pickable | undefined>();

  protected readonly id = `tm-picker-${++made}`;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly trigger = viewChild.required(MatAutocompleteTrigger);

  private readonly changed = toSignal(
    toObservable(this.control).pipe(
      switchMap((control) => control.events.pipe(startWith(undefined))),
    ),
    { equal: () => false },
  );
  protected readonly value = computed(() => {
    this.changed();
    return this.control().value;
  });
  protected readonly disabled = computed(() => {
    this.changed();
    return this.control().disabled;
  });
  protected readonly invalid = computed(() => {
    this.changed();
    return this.control().touched && this.control().invalid;
  });

  protected readonly panelWidth = signal(PANEL_MIN_PX);
  /** Typed since the box got the focus; undefined while closed. */
  protected readonly typed = signal<string | undefined>(undefined);
  protected readonly found = loaded(
    () => {
      const text = this.typed();
      return text === undefined ? undefined : { text: text.trim(), source: this.source() };
    },
    ({ text, source }) =>
      timer(text ? TYPING_PAUSE_MS : 0).pipe(
        switchMap(() => source.search(text)),
        map((choices) => ({ text, choices })),
      ),
  );
  protected readonly groups = computed(() => grouped(this.found.value()?.choices ?? []));
  /** What fits all that is typed; undefined while that is still looked for, and something older is on screen. */
  private readonly fitting = computed(() => {
    const found = this.found.value();
    const isNow = found?.text === this.typed()?.trim() && !this.found.loading();
    return isNow ? found?.choices : undefined;
  });
  /** Enter was pressed before the answer was there. */
  private readonly entered = signal(false);
  /** The arrows were used since the last letter: what they point at is meant. */
  private pointed = false;

  private readonly latest = linkedSignal<Pickable | undefined>(() => this.known());
  private readonly missing = computed(() => {
    const id = this.value();
    return id === null || this.latest()?.id === id ? undefined : { id, source: this.source() };
  });
  private readonly looked = loaded(this.missing, ({ id, source }) => source.find(id));
  protected readonly chosen = computed(() => {
    const id = this.value();
    if (id === null) return undefined;
    const known = [this.latest(), this.looked.value()].find((choice) => choice?.id === id);
    // What is gone, or not to be seen, is still what is chosen, and can be taken away.
    return known ?? (this.looked.problem() ? { id, name: `#${id}` } : undefined);
  });

  constructor() {
    effect(() => {
      const name = this.chosen()?.name ?? '';
      if (untracked(this.typed) === undefined) this.box().nativeElement.value = name;
    });
    effect(() => {
      // What was found for another project or person is no choice any more.
      this.source();
      this.found.value.set(undefined);
    });
    effect(() => {
      const isOver = this.fitting() !== undefined || this.found.problem() !== undefined;
      if (this.entered() && isOver) untracked(() => this.pickFirst());
    });
    // Before the list hears of it, which would pick what it still shows.
    afterNextRender(() => {
      const press = (event: KeyboardEvent) => this.pressed(event);
      this.box().nativeElement.addEventListener('keydown', press, { capture: true });
    });
  }

  /** Puts the cursor into the box and shows what there is, or what fits the `text`. */
  focus(text = ''): void {
    this.box().nativeElement.focus();
    if (text !== '') this.hear(text);
  }

  /**
   * Takes what was typed elsewhere for this box.
   * @param entered whether Enter was pressed after it: then the first that fits is picked, wherever the cursor is by then
   */
  hear(text: string, entered = false): void {
    this.box().nativeElement.value = text;
    this.type(text);
    this.entered.set(entered);
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.entered.set(false);
    this.pointed = false;
  }

  protected opened(): void {
    const wide = Math.max(this.box().nativeElement.offsetWidth, PANEL_MIN_PX);
    this.panelWidth.set(Math.min(wide, window.innerWidth - 28));
    this.typed.update((text) => text ?? '');
    this.pointed = false;
    this.box().nativeElement.select();
  }

  protected pick({ option }: MatAutocompleteSelectedEvent): void {
    this.take(option.value as Pickable);
  }

  protected clear(): void {
    this.change(null);
    this.picked.emit(undefined);
    this.box().nativeElement.value = '';
    this.box().nativeElement.focus();
  }

  /**
   * Leaving puts back the name of what is chosen; an emptied box means nothing is. Not while the answer to Enter is on
   * its way: somebody who types, presses Enter and goes on has picked.
   */
  protected left(): void {
    if (this.entered()) return;
    const emptied = this.typed() !== undefined && this.box().nativeElement.value.trim() === '';
    if (emptied && this.value() !== null && !this.required()) {
      this.change(null);
      this.picked.emit(undefined);
    }
    this.typed.set(undefined);
    this.control().markAsTouched();
    this.box().nativeElement.value = this.chosen()?.name ?? '';
  }

  protected openPanel(): void {
    if (!this.trigger().panelOpen) this.trigger().openPanel();
  }

  protected readonly nameOf = (choice: Pickable | string | null): string =>
    typeof choice === 'object' ? (choice?.name ?? '') : choice;

  private pressed(event: KeyboardEvent): void {
    if (event.key.startsWith('Arrow')) this.pointed = true;
    const isEnter = event.key === 'Enter' && !event.isComposing && !hasModifierKey(event);
    if (!isEnter || this.pointed || !this.trigger().panelOpen || this.found.problem()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.entered.set(true);
  }

  private pickFirst(): void {
    this.entered.set(false);
    const [first] = this.fitting() ?? [];
    if (first) {
      this.take(first);
      this.trigger().closePanel();
    }
    const box = this.box().nativeElement;
    if (box.ownerDocument.activeElement !== box) this.left();
  }

  private take(choice: Pickable): void {
    this.latest.set(choice);
    this.change(choice.id);
    this.typed.set(undefined);
    this.box().nativeElement.value = choice.name;
    this.picked.emit(choice);
  }

  private change(id: number | null): void {
    this.control().setValue(id);
    this.control().markAsDirty();
  }
}

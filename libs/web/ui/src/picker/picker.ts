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
import { startWith, switchMap } from 'rxjs';
import { HeldForm } from '../forms/held-form';
import { loaded } from '../lists/loaded';
import { Finding } from './finding';
import { type Pickable, type PickSource, grouped } from './pickable';
import { PickableLabel } from './pickable-label';

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
  protected readonly finding = new Finding(this.source, (first) => this.arrived(first));
  protected readonly groups = computed(() => grouped(this.finding.choices()));
  private readonly form = new HeldForm(this.finding.awaited);

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
      if (untracked(this.finding.text) === undefined) this.box().nativeElement.value = name;
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
    this.finding.type(text);
    if (entered) this.finding.enter();
  }

  protected opened(): void {
    const wide = Math.max(this.box().nativeElement.offsetWidth, PANEL_MIN_PX);
    this.panelWidth.set(Math.min(wide, window.innerWidth - 28));
    this.finding.text.update((text) => text ?? '');
    this.finding.pointed = false;
    this.box().nativeElement.select();
  }

  protected pick({ option }: MatAutocompleteSelectedEvent): void {
    this.take(option.value as Pickable);
  }

  protected clear(): void {
    this.change(null);
    this.picked.emit(undefined);
    this.hear('');
    this.focus();
  }

  /**
   * Leaving puts back the name of what is chosen; an emptied box means nothing is. Not while the answer to Enter is on
   * its way: somebody who types, presses Enter and goes on has picked.
   */
  protected left(): void {
    if (this.finding.awaited()) return;
    const emptied =
      this.finding.text() !== undefined && this.box().nativeElement.value.trim() === '';
    if (emptied && this.value() !== null && !this.required()) {
      this.change(null);
      this.picked.emit(undefined);
    }
    this.finding.type(undefined);
    this.control().markAsTouched();
    this.box().nativeElement.value = this.chosen()?.name ?? '';
  }

  protected openPanel(): void {
    if (!this.trigger().panelOpen) this.trigger().openPanel();
  }

  protected readonly nameOf = (choice: Pickable | string | null): string =>
    typeof choice === 'object' ? (choice?.name ?? '') : choice;

  private pressed(event: KeyboardEvent): void {
    if (event.key.startsWith('Arrow')) this.finding.pointed = true;
    if (event.key === 'Escape') this.finding.type(this.finding.text());
    const isEnter = event.key === 'Enter' && !event.isComposing && !hasModifierKey(event);
    const isMeant = this.trigger().panelOpen && !this.finding.found.problem();
    if (!isEnter || !isMeant || this.finding.pointed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.finding.enter();
  }

  /** Who has sent the form meanwhile comes back to a box that says why it was not. */
  private arrived(first?: Pickable): void {
    if (first) {
      this.take(first);
      this.trigger().closePanel();
      this.form.send();
    } else if (this.form.drop()) {
      this.focus();
      this.openPanel();
    }
    const box = this.box().nativeElement;
    if (box.ownerDocument.activeElement !== box) this.left();
  }

  private take(choice: Pickable): void {
    this.latest.set(choice);
    this.change(choice.id);
    this.finding.type(undefined);
    this.box().nativeElement.value = choice.name;
    this.picked.emit(choice);
  }

  private change(id: number | null): void {
    this.control().setValue(id);
    this.control().markAsDirty();
  }
}

import {
  afterRenderEffect,
  booleanAttribute,
  Component,
  computed,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { FormControl } from '@angular/forms';
import { Swatch } from '../feedback/swatch';
import { HeldForm } from '../forms/held-form';
import { startWith, switchMap } from 'rxjs';
import type { Pickable, PickSource } from './pickable';
import { Picker } from './picker';

/**
 * A picker that is loaded when it gets the focus: for pages that are looked at far more often than something is picked on
 * them. Until it is there, a box of the same look holds its place and takes what is typed. The box is not the placeholder of
 * the deferred block: that one goes as soon as the code has come, some time before the picker can have the focus, and the
 * letters typed meanwhile would be lost.
 */
@Component({
  selector: 'tm-lazy-picker',
  imports: [Picker, Swatch],
  templateUrl: './lazy-picker.html',
  styleUrl: './picker.css',
  host: { '(pointerenter)': 'near.set(true)' },
})
export class LazyPicker {
  readonly control = input.required<FormControl<number | null>>();
  readonly source = input.required<PickSource>();
  /** What is picked: "Project". */
  readonly label = input.required<string>();
  readonly placeholder = input('');
  readonly required = input(false, { transform: booleanAttribute });
  /** Already known, so that it need not be asked for. */
  readonly known = input<Pickable>();
  /** Each pick by the person; undefined when it was taken away. */
  readonly picked = output<Pickable | undefined>();

  /** What was typed while the picker was loading. */
  protected readonly typed = signal('');
  /** Enter was pressed while the picker was loading. */
  protected readonly entered = signal(false);
  private readonly form = new HeldForm(computed(() => this.entered() && this.typed() !== ''));
  /** Somebody has been here: the picker itself takes over, with the focus. */
  protected readonly wanted = signal(false);
  /** The pointer is over it: time to load the code. */
  protected readonly near = signal(false);
  protected readonly picker = viewChild<Picker>('picker');
  /** Nobody has gone on to another field while it was loading: that one keeps the focus. */
  private isHere = false;

  private readonly value = toSignal(
    toObservable(this.control).pipe(
      switchMap((control) => control.valueChanges.pipe(startWith(control.value))),
    ),
    { initialValue: null },
  );
  protected readonly chosen = computed(() => {
    const known = this.known();
    return known && known.id === this.value() ? known : undefined;
  });

  constructor() {
    afterRenderEffect(() => {
      const picker = this.picker();
      // Once: what the picker itself goes by changes with every letter that is typed from now on.
      if (picker) untracked(() => this.handOver(picker));
    });
  }

  /** Puts the cursor into the box and shows what there is. */
  focus(): void {
    this.arrive();
    this.picker()?.focus();
  }

  private handOver(picker: Picker): void {
    if (this.isHere) picker.focus(this.typed());
    if (!this.entered() || this.typed() === '') return;
    picker.hear(this.typed(), true);
    // From now on it is the picker that awaits it, and holds the form back again.
    this.entered.set(false);
    this.form.send();
  }

  protected arrive(): void {
    this.wanted.set(true);
    this.isHere = true;
  }

  /** Not when the box goes because the picker has come. */
  protected left(): void {
    if (!this.picker()) this.isHere = false;
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.entered.set(false);
  }

  /** It is for the list that is to come, and not for the form around. */
  protected enter(event: Event): void {
    event.preventDefault();
    this.entered.set(true);
  }
}

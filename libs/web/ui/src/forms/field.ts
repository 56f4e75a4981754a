import { Component, computed, contentChild, effect, input } from '@angular/core';
import { FieldControl } from './field-control';

/** A label, a control (projected, with `tmControl`), a hint, and the error in the hint's place. */
@Component({
  selector: 'tm-field',
  templateUrl: './field.html',
  styleUrl: './field.css',
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input('');
  /** The label is for screen readers alone. */
  readonly labelHidden = input(false);

  protected readonly control = contentChild(FieldControl, { descendants: true });
  protected readonly error = computed(() => this.control()?.error());

  constructor() {
    effect(() => this.control()?.hasHint.set(this.hint() !== '' && !this.error()));
  }
}

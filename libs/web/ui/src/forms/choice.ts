import { Component, forwardRef, input, signal } from '@angular/core';
import { type ControlValueAccessor, NG_VALUE_ACCESSOR } from '@angular/forms';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

export interface ChoiceOption<T> {
  value: T;
  label: string;
  icon?: IconName;
}

let made = 0;

/** One of a few, side by side: a group of radio buttons that looks like one control. For reactive forms. */
@Component({
  selector: 'tm-choice',
  imports: [Icon],
  templateUrl: './choice.html',
  styleUrl: './choice.css',
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => Choice), multi: true }],
})
export class Choice<T> implements ControlValueAccessor {
  readonly label = input.required<string>();
  readonly labelHidden = input(false);
  readonly options = input.required<readonly ChoiceOption<T>[]>();

  protected readonly name = `tm-choice-${++made}`;
  protected readonly value = signal<T | undefined>(undefined);
  protected readonly disabled = signal(false);
  protected touched: () => void = () => undefined;
  private changed: (value: T) => void = () => undefined;

  writeValue(value: T): void {
    this.value.set(value);
  }

  registerOnChange(changed: (value: T) => void): void {
    this.changed = changed;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  setDisabledState(disabled: boolean): void {
    this.disabled.set(disabled);
  }

  protected choose(value: T): void {
    this.value.set(value);
    this.changed(value);
  }
}

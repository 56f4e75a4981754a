import { Component, computed, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { AbstractControl } from '@angular/forms';
import { startWith, switchMap } from 'rxjs';
import { firstError } from './field-messages';

/** The error of a control that stands outside `<tm-field>`, such as in a `<mat-error>`. Shows once it was touched. */
@Component({ selector: 'tm-field-error', template: `{{ error() }}` })
export class FieldError {
  readonly control = input.required<AbstractControl>();

  private readonly changed = toSignal(
    toObservable(this.control).pipe(
      switchMap((control) => control.events.pipe(startWith(undefined))),
    ),
    { equal: () => false },
  );

  protected readonly error = computed(() => {
    this.changed();
    const control = this.control();
    return control.touched ? firstError(control.errors) : undefined;
  });
}

import { Component, computed, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { Field, FieldControl, Icon } from '@tidemark/web/ui';
import { startWith, switchMap } from 'rxjs';
import { PROJECT_COLORS } from './project-colors';

let made = 0;

/** Chooses a colour: one of the palette, or any by its hex code. */
@Component({
  selector: 'tm-color-field',
  imports: [Field, FieldControl, Icon, ReactiveFormsModule],
  templateUrl: './color-field.html',
  styleUrl: './color-field.css',
})
export class ColorField {
  /** "#rrggbb" */
  readonly control = input.required<FormControl<string>>();

  protected readonly name = `tm-color-${++made}`;
  protected readonly palette = PROJECT_COLORS;
  private readonly changed = toSignal(
    toObservable(this.control).pipe(
      switchMap((control) => control.valueChanges.pipe(startWith(control.value))),
    ),
    { initialValue: '' },
  );
  protected readonly value = computed(() => this.changed().trim().toLowerCase());

  protected choose(color: string): void {
    this.control().setValue(color);
    this.control().markAsDirty();
  }
}

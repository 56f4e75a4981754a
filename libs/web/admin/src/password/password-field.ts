import { booleanAttribute, Component, computed, input, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { Field, FieldControl, Icon } from '@tidemark/web/ui';
import { startWith, switchMap } from 'rxjs';
import { passwordStrength } from './password-strength';

/** A password that can be looked at while typing; for a new one with a meter. */
@Component({
  selector: 'tm-password-field',
  imports: [Field, FieldControl, Icon, ReactiveFormsModule],
  templateUrl: './password-field.html',
  styleUrl: './password-field.css',
})
export class PasswordField {
  readonly control = input.required<FormControl<string>>();
  readonly label = input('Password');
  readonly hint = input('');
  /** A password that is about to be set: shows the meter. */
  readonly fresh = input(false, { transform: booleanAttribute });
  /** Names and addresses that should not be in it. */
  readonly personal = input<readonly string[]>([]);

  protected readonly shown = signal(false);
  protected readonly levels = [1, 2, 3, 4];

  private readonly typed = toSignal(
    toObservable(this.control).pipe(
      switchMap((control) => control.valueChanges.pipe(startWith(control.value))),
    ),
    { initialValue: '' },
  );
  protected readonly strength = computed(() => passwordStrength(this.typed(), this.personal()));
}

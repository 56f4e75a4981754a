import { computed, Directive, inject, type OnInit, signal } from '@angular/core';
import { type AbstractControl, NgControl } from '@angular/forms';
import { type Observable, Subject, switchMap } from 'rxjs';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { firstError } from './field-messages';

let made = 0;

/**
 * Marks the control of a `<tm-field>`: `<input tmControl class="input" formControlName="name" />`.
 * Gives it an id and ties label, hint and error to it for screen readers.
 */
@Directive({
  selector: '[tmControl]',
  host: {
    '[id]': 'id',
    '[attr.aria-invalid]': 'error() ? true : null',
    '[attr.aria-describedby]': 'describedBy()',
    '[attr.aria-required]': 'required() ? true : null',
  },
})
export class FieldControl implements OnInit {
  private readonly ngControl = inject(NgControl, { optional: true, self: true });

  readonly id = `tm-control-${++made}`;
  readonly hintId = `${this.id}-hint`;
  readonly errorId = `${this.id}-error`;
  /** Set by the field: it shows a hint. */
  readonly hasHint = signal(false);
  readonly required = signal(false);

  private readonly watched = new Subject<Observable<unknown>>();
  private readonly state = signal<{ control: AbstractControl | null }>({ control: null });

  /** The sentence to show: once the person has been here, not before. */
  readonly error = computed(() => {
    const { control } = this.state();
    return control?.touched && control.invalid ? firstError(control.errors) : undefined;
  });

  protected readonly describedBy = computed(
    () =>
      [this.hasHint() && this.hintId, this.error() && this.errorId].filter(Boolean).join(' ') ||
      null,
  );

  constructor() {
    this.watched
      .pipe(
        switchMap((events) => events),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.look());
  }

  ngOnInit(): void {
    const control = this.ngControl?.control;
    if (control) this.watched.next(control.events);
    this.look();
  }

  private look(): void {
    this.state.set({ control: this.ngControl?.control ?? null });
  }
}

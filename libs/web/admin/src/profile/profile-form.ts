import { Component, effect, inject, input, untracked } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import type { Me, Theme, WeekStart } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  Choice,
  type ChoiceOption,
  Field,
  FieldControl,
  FormFailure,
  Submission,
  Toast,
} from '@tidemark/web/ui';
import { zoneControl, ZoneField } from './zone-field';

const THEME_OPTIONS: ChoiceOption<Theme>[] = [
  { value: 'system', label: 'System', icon: 'system' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
];

const WEEK_OPTIONS: ChoiceOption<WeekStart>[] = [
  { value: 1, label: 'Monday' },
  { value: 7, label: 'Sunday' },
  { value: 6, label: 'Saturday' },
];

/** Name, e-mail, time zone, theme and first day of the week. */
@Component({
  selector: 'tm-profile-form',
  imports: [Choice, Field, FieldControl, FormFailure, ReactiveFormsModule, ZoneField],
  templateUrl: './profile-form.html',
  styleUrl: './profile-card.css',
})
export class ProfileForm {
  private readonly session = inject(SessionStore);
  private readonly toast = inject(Toast);

  readonly me = input.required<Me>();

  protected readonly themes = THEME_OPTIONS;
  protected readonly weekStarts = WEEK_OPTIONS;
  protected readonly form = new FormGroup({
    display_name: new FormControl('', { nonNullable: true, validators: Validators.required }),
    email: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.email],
    }),
    time_zone: zoneControl('UTC'),
    theme: new FormControl<Theme>('system', { nonNullable: true }),
    week_start: new FormControl<WeekStart>(1, { nonNullable: true }),
  });
  protected readonly submission = new Submission(this.form);

  constructor() {
    effect(() => {
      const me = this.me();
      untracked(() => this.take(me));
    });
  }

  protected async submit(event: Event): Promise<void> {
    const profile = this.form.getRawValue();
    if (!(await this.submission.run(event, () => this.session.updateMe(profile)))) return;
    this.form.markAsPristine();
    this.toast.show('Profile saved');
  }

  /** What another tab or the theme menu changed comes in here; what is being typed stays. */
  private take(me: Me): void {
    for (const name of Object.keys(this.form.controls) as (keyof typeof this.form.controls)[])
      if (this.form.controls[name].pristine) this.form.patchValue({ [name]: me[name] });
  }
}

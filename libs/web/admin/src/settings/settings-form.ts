import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { LATE_EDIT_DAYS_MAX, type SaveSettings, type SettingsView } from '@tidemark/contracts';
import { Field, FieldControl, FormFailure, Submission, Toast } from '@tidemark/web/ui';
import { zoneControl, ZoneField } from '../profile/zone-field';
import { SettingsApi } from './settings-api';

const DEFAULT_DAYS = 30;

/** The settings, for those who change them. */
@Component({
  selector: 'tm-settings-form',
  imports: [Field, FieldControl, FormFailure, ReactiveFormsModule, ZoneField],
  templateUrl: './settings-form.html',
  styleUrl: './settings-form.css',
})
export class SettingsForm {
  private readonly api = inject(SettingsApi);
  private readonly toast = inject(Toast);

  readonly settings = input.required<SettingsView>();
  /** A month is closed in it. */
  readonly keepsZone = input.required<boolean>();
  readonly saved = output();

  protected readonly max = LATE_EDIT_DAYS_MAX;
  protected readonly form = new FormGroup({
    time_zone: zoneControl('UTC'),
    asks: new FormControl(true, { nonNullable: true }),
    late_edit_days: new FormControl<number | null>(DEFAULT_DAYS, [
      Validators.required,
      Validators.min(0),
      Validators.max(LATE_EDIT_DAYS_MAX),
      Validators.pattern(/^\d+$/),
    ]),
  });
  protected readonly submission = new Submission(this.form);

  constructor() {
    effect(() => {
      const settings = this.settings();
      untracked(() => this.take(settings));
    });
    effect(() => {
      const { time_zone } = this.form.controls;
      if (this.keepsZone()) time_zone.disable();
      else time_zone.enable();
    });
  }

  protected asksChanged(): void {
    const { asks, late_edit_days } = this.form.controls;
    if (asks.value) late_edit_days.enable();
    else late_edit_days.disable();
  }

  protected async submit(event: Event): Promise<void> {
    if (!(await this.submission.run(event, () => this.api.save(this.wanted())))) return;
    this.form.markAsPristine();
    this.toast.show('Settings saved');
    this.saved.emit();
  }

  private wanted(): SaveSettings {
    const { time_zone, asks, late_edit_days } = this.form.controls;
    return {
      ...(time_zone.enabled && { time_zone: time_zone.value }),
      late_edit_days: asks.value ? late_edit_days.value : null,
    };
  }

  /** What somebody else changed comes in here; what is being typed stays. */
  private take({ time_zone, late_edit_days }: SettingsView): void {
    if (this.form.dirty) return;
    const asks = late_edit_days !== null;
    this.form.patchValue({ time_zone, asks, late_edit_days: late_edit_days ?? DEFAULT_DAYS });
    this.asksChanged();
  }
}

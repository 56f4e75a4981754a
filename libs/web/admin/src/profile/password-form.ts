import { Component, computed, inject, input } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import type { Me } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { FormFailure, Submission, Toast } from '@tidemark/web/ui';
import { newPasswordControl } from '../password/new-password';
import { PasswordField } from '../password/password-field';

/** A new password, by the current one. */
@Component({
  selector: 'tm-password-form',
  imports: [FormFailure, PasswordField, ReactiveFormsModule],
  templateUrl: './password-form.html',
  styleUrl: './profile-card.css',
})
export class PasswordForm {
  private readonly session = inject(SessionStore);
  private readonly toast = inject(Toast);

  readonly me = input.required<Me>();

  protected readonly form = new FormGroup({
    current_password: new FormControl('', { nonNullable: true, validators: Validators.required }),
    new_password: newPasswordControl(),
  });
  protected readonly submission = new Submission(this.form);
  protected readonly personal = computed(() => {
    const { username, display_name, email } = this.me();
    return [username, display_name, email];
  });

  protected async submit(event: Event): Promise<void> {
    const change = this.form.getRawValue();
    if (!(await this.submission.run(event, () => this.session.changePassword(change)))) return;
    this.form.reset();
    this.toast.show('Password changed');
  }
}

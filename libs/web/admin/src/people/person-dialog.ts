import { Component, inject } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { type InvitedUser, type Role, ROLES, type UserView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Field, FieldControl, FormFailure, Submission } from '@tidemark/web/ui';
import { usernameFrom } from '../entrance/username-from';
import { PeopleApi } from './people-api';
import { ROLE_NAMES } from './role-names';

/** A person as saved; with the invitation when newly created. */
export type PersonSaved = Pick<InvitedUser, 'user'> & Partial<InvitedUser>;

/** Creates a person, or edits name, e-mail and role of one. */
@Component({
  selector: 'tm-person-dialog',
  imports: [
    Field,
    FieldControl,
    FormFailure,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
  ],
  templateUrl: './person-dialog.html',
})
export class PersonDialog {
  private readonly api = inject(PeopleApi);
  private readonly dialog: MatDialogRef<PersonDialog, PersonSaved> = inject(MatDialogRef);
  protected readonly person: UserView | null = inject(MAT_DIALOG_DATA);

  protected readonly roles = ROLES.map((role) => ({ role, ...ROLE_NAMES[role] }));
  protected readonly isMe = this.person?.id === inject(SessionStore).me()?.id;
  protected readonly form = new FormGroup({
    display_name: required(this.person?.display_name),
    username: required(this.person?.username),
    email: new FormControl(this.person?.email ?? '', {
      nonNullable: true,
      validators: [Validators.required, Validators.email],
    }),
    role: new FormControl<Role>(this.person?.role ?? 'member', { nonNullable: true }),
  });
  protected readonly submission = new Submission(this.form);

  constructor() {
    const { display_name, username, role } = this.form.controls;
    if (this.isMe) role.disable();
    if (this.person) username.disable();
    else
      display_name.valueChanges.subscribe((name) => {
        if (username.pristine) username.setValue(usernameFrom(name));
      });
  }

  protected roleHint(): string {
    return this.isMe
      ? 'Another administrator can change your role'
      : ROLE_NAMES[this.form.getRawValue().role].hint;
  }

  protected async submit(event: Event): Promise<void> {
    let saved: PersonSaved | undefined;
    const accepted = await this.submission.run(event, async () => (saved = await this.save()));
    if (accepted) this.dialog.close(saved);
  }

  private async save(): Promise<PersonSaved> {
    const { person, form } = this;
    if (!person) return this.api.create(form.getRawValue());
    // Disabled controls are not part of `value`: neither the username nor one's own role is sent.
    return { user: await this.api.save(person.id, form.value) };
  }
}

function required(value = ''): FormControl<string> {
  return new FormControl(value, { nonNullable: true, validators: Validators.required });
}

import { Component, inject } from '@angular/core';
import { FormGroup, ReactiveFormsModule } from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
import { FormFailure, Submission } from '@tidemark/web/ui';
import { newPasswordControl } from '../password/new-password';
import { PasswordField } from '../password/password-field';
import { Entrance } from './entrance';

/** Where an invitation link leads (`/invitation#<token>`): choose a password, and one is in. */
@Component({
  selector: 'tm-invitation-page',
  imports: [Entrance, FormFailure, PasswordField, ReactiveFormsModule, RouterLink],
  templateUrl: './invitation-page.html',
  styleUrl: './entrance-form.css',
})
export class InvitationPage {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  protected readonly token = inject(ActivatedRoute).snapshot.fragment;

  protected readonly me = this.session.me;
  protected readonly form = new FormGroup({ password: newPasswordControl() });
  protected readonly submission = new Submission(this.form);

  protected async submit(event: Event): Promise<void> {
    const invitation = { token: this.token ?? '', password: this.form.controls.password.value };
    if (await this.submission.run(event, () => this.session.acceptInvitation(invitation)))
      await this.router.navigateByUrl('/', { replaceUrl: true });
  }
}

import { Component, inject, resource } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { ActivatedRoute, Router } from '@angular/router';
import { nextUrl, SessionApi, SessionStore } from '@tidemark/web/session';
import { Field, FieldControl, FormFailure, Submission } from '@tidemark/web/ui';
import { PasswordField } from '../password/password-field';
import { Entrance } from './entrance';

/** Username or e-mail, and password; then on to where one was going. */
@Component({
  selector: 'tm-sign-in-page',
  imports: [Entrance, Field, FieldControl, FormFailure, PasswordField, ReactiveFormsModule],
  templateUrl: './sign-in-page.html',
  styleUrl: './entrance-form.css',
})
export class SignInPage {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly api = inject(SessionApi);

  protected readonly form = new FormGroup({
    username: new FormControl('', { nonNullable: true, validators: Validators.required }),
    password: new FormControl('', { nonNullable: true, validators: Validators.required }),
  });
  protected readonly submission = new Submission(this.form);

  /** A product that nobody has set up yet has nobody who could sign in. When this cannot be found out, nothing is said. */
  private readonly state = resource({ loader: () => this.api.setupState() });
  protected readonly unprepared = () => this.state.hasValue() && this.state.value().needed;

  protected async submit(event: Event): Promise<void> {
    const { username, password } = this.form.getRawValue();
    const login = { username: username.trim(), password };
    if (await this.submission.run(event, () => this.session.signIn(login)))
      await this.router.navigateByUrl(
        nextUrl(this.router, this.route.snapshot.queryParamMap.get('next')),
        { replaceUrl: true },
      );
  }
}

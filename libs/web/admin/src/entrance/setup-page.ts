import { Component, computed, inject, resource, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { SessionApi, SessionStore } from '@tidemark/web/session';
import {
  browserZone,
  ErrorState,
  Field,
  FieldControl,
  FormFailure,
  Skeleton,
  Submission,
  toProblem,
} from '@tidemark/web/ui';
import { newPasswordControl } from '../password/new-password';
import { PasswordField } from '../password/password-field';
import { zoneControl, ZoneField } from '../profile/zone-field';
import { Entrance } from './entrance';
import { usernameFrom } from './username-from';

/** The first administrator, by the one-time link that the first start prints: `/setup#<token>`. */
@Component({
  selector: 'tm-setup-page',
  imports: [
    Entrance,
    ErrorState,
    Field,
    FieldControl,
    FormFailure,
    PasswordField,
    ReactiveFormsModule,
    RouterLink,
    Skeleton,
    ZoneField,
  ],
  templateUrl: './setup-page.html',
  styleUrls: ['./entrance-form.css', './setup-page.css'],
})
export class SetupPage {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly api = inject(SessionApi);
  protected readonly token = inject(ActivatedRoute).snapshot.fragment;

  protected readonly form = new FormGroup({
    display_name: new FormControl('', { nonNullable: true, validators: Validators.required }),
    username: new FormControl('', { nonNullable: true, validators: Validators.required }),
    email: new FormControl('', {
      nonNullable: true,
      validators: [Validators.required, Validators.email],
    }),
    password: newPasswordControl(),
    time_zone: zoneControl(browserZone()),
  });
  protected readonly submission = new Submission(this.form);
  protected readonly zoneOpen = signal(false);

  protected readonly state = resource({ loader: () => this.api.setupState() });
  protected readonly problem = computed(() => {
    const error = this.state.error();
    return error && toProblem(error.cause ?? error);
  });

  constructor() {
    this.form.controls.display_name.valueChanges
      .pipe(takeUntilDestroyed())
      .subscribe((name) => this.suggestUsername(name));
  }

  protected personal(): string[] {
    const { display_name, username, email } = this.form.getRawValue();
    return [display_name, username, email];
  }

  protected async submit(event: Event): Promise<void> {
    const account = { ...this.form.getRawValue(), token: this.token ?? '' };
    if (await this.submission.run(event, () => this.session.setup(account)))
      await this.router.navigateByUrl('/', { replaceUrl: true });
  }

  /** Until the person types one of their own. */
  private suggestUsername(name: string): void {
    const { username } = this.form.controls;
    if (username.pristine) username.setValue(usernameFrom(name));
  }
}

import { Component, inject } from '@angular/core';
import { SessionStore } from '@tidemark/web/session';
import { PageHeader } from '@tidemark/web/ui';
import { PasswordForm } from './password-form';
import { ProfileForm } from './profile-form';

/** Oneself: name, address, zone, look, password. */
@Component({
  selector: 'tm-profile-page',
  imports: [PageHeader, PasswordForm, ProfileForm],
  template: `
    <div class="page">
      <tm-page-header title="Profile" />
      @if (me(); as person) {
        <div class="cards">
          <tm-profile-form class="card" [me]="person" />
          <tm-password-form class="card" [me]="person" />
        </div>
      }
    </div>
  `,
  styles: `
    .cards {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
      gap: 20px;
      align-items: start;
      max-width: 960px;
    }
  `,
})
export class ProfilePage {
  protected readonly me = inject(SessionStore).me;
}

import { Component, computed, inject } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
import { Avatar, Hotkeys, Icon, Toast, toProblem } from '@tidemark/web/ui';
import { ROLE_NAMES } from './role-names';

/** Who is signed in, and the ways to the profile and out. */
@Component({
  selector: 'tm-account-menu',
  imports: [Avatar, Icon, MatDivider, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
})
export class AccountMenu {
  private readonly session = inject(SessionStore);
  private readonly toast = inject(Toast);
  protected readonly hotkeys = inject(Hotkeys);

  protected readonly me = this.session.me;
  protected readonly role = computed(() => {
    const me = this.me();
    return me ? ROLE_NAMES[me.role] : '';
  });

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }
}

import { Component, computed, inject } from '@angular/core';
import { SessionStore } from '@tidemark/web/session';
import {
  Avatar,
  Hotkeys,
  Icon,
  type MenuHeading,
  type MenuItem,
  MenuTrigger,
  Toast,
  toProblem,
} from '@tidemark/web/ui';
import { ROLE_NAMES } from './role-names';

/** Who is signed in, and the ways to the profile and out. */
@Component({
  selector: 'tm-account-menu',
  imports: [Avatar, Icon, MenuTrigger],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
})
export class AccountMenu {
  private readonly session = inject(SessionStore);
  private readonly toast = inject(Toast);
  private readonly hotkeys = inject(Hotkeys);

  protected readonly me = this.session.me;
  protected readonly heading = computed<MenuHeading | undefined>(() => {
    const me = this.me();
    return me
      ? { title: me.display_name, text: `${ROLE_NAMES[me.role]} · ${me.email}` }
      : undefined;
  });
  protected readonly items: MenuItem[] = [
    { label: 'Profile', icon: 'person', link: '/profile' },
    { label: 'Keyboard shortcuts', icon: 'keyboard', run: () => void this.hotkeys.help() },
    { label: 'Sign out', icon: 'sign-out', divided: true, run: () => void this.signOut() },
  ];

  private async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }
}

import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
import { Icon, Logo } from '@tidemark/web/ui';
import { navItems } from './nav-items';

/** The main navigation on wide screens. */
@Component({
  selector: 'tm-sidebar',
  imports: [Icon, Logo, RouterLink, RouterLinkActive],
  templateUrl: './sidebar.html',
  styleUrl: './sidebar.css',
})
export class Sidebar {
  private readonly session = inject(SessionStore);

  protected readonly groups = computed(() => {
    const me = this.session.me();
    if (!me) return [];
    const { work, office } = navItems(me);
    return [work, office].filter((group) => group.length > 0);
  });
}

import { computed, inject, Service } from '@angular/core';
import { SessionStore } from '@tidemark/web/session';

/** What the person signed in may do, as far as it does not depend on one project. The server decides; this only hides what it would refuse. */
@Service()
export class Rights {
  private readonly me = inject(SessionStore).me;

  readonly isAdmin = computed(() => this.me()?.role === 'admin');
  /** Auditors read everything and change nothing. */
  readonly canWork = computed(() => this.me()?.role === 'admin' || this.me()?.role === 'member');
  readonly canCreateProjects = computed(
    () => this.canWork() && (this.isAdmin() || this.me()?.is_lead === true),
  );
  readonly canReadClients = computed(
    () => this.isAdmin() || this.me()?.role === 'auditor' || this.me()?.is_lead === true,
  );
  readonly canWriteClients = this.isAdmin;
  /** May look at the time of others: of everybody, or of the projects that are led. */
  readonly canSeeOthersTime = this.canReadClients;
}

import { httpResource } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type { ProjectPage, UserPage } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { lastLoaded } from '@tidemark/web/ui';
import type { NameOf } from '../describe/field-value';

const PARAMS = { limit: 100 };
const PERSON_FIELDS = new Set(['assigned_to', 'user_id', 'member_id', 'target_user_id']);

/** Names of projects and people, for sentences. Loaded once, when they are first wanted. */
@Service()
export class Directory {
  private readonly session = inject(SessionStore);
  private readonly wantsProjects = signal(false);
  private readonly wantsPeople = signal(false);
  private readonly viewer = computed(() => this.session.me()?.id);

  private readonly projectPage = httpResource<ProjectPage>(() =>
    this.wantsProjects() && this.viewer()
      ? { url: '/api/projects', params: { ...PARAMS, sort: 'name' } }
      : undefined,
  );
  private readonly userPage = httpResource<UserPage>(() =>
    this.wantsPeople() && this.viewer()
      ? { url: '/api/users', params: { ...PARAMS, sort: 'display_name' } }
      : undefined,
  );
  private readonly lastProjects = lastLoaded(this.projectPage, this.viewer);
  private readonly lastUsers = lastLoaded(this.userPage, this.viewer);

  private readonly projectNames = computed(
    () => new Map(this.lastProjects()?.projects.map(({ id, name }) => [id, name])),
  );
  private readonly peopleNames = computed(
    () => new Map(this.lastUsers()?.users.map(({ id, display_name }) => [id, display_name])),
  );

  /** The name behind an id in a field of a change; undefined where it is not known, or not yet. */
  readonly nameOf: NameOf = (field, id) => {
    if (field === 'project_id') return this.projectNames().get(id);
    return PERSON_FIELDS.has(field) ? this.peopleNames().get(id) : undefined;
  };

  wantProjects(): void {
    this.wantsProjects.set(true);
  }

  wantPeople(): void {
    this.wantsPeople.set(true);
  }
}

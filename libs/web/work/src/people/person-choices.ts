import { inject, Service } from '@angular/core';
import type { PersonView, UserPage, UserQuery, UserView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { EMPTY, expand, last, map, of, type Observable } from 'rxjs';
import type { Pickable, PickSource } from '@tidemark/web/ui';
import { PeopleApi } from './people-api';
import { ProjectsApi } from '../projects/projects-api';

const OFFERED = 60;

/** Stands for everybody whose time one may see; no person has this id. */
export const EVERYBODY: Pickable = { id: 0, name: 'Everybody' };

/** People to pick. */
@Service()
export class PersonChoices {
  private readonly api = inject(PeopleApi);
  private readonly projects = inject(ProjectsApi);
  private readonly session = inject(SessionStore);

  /** Everybody who is active: those who can be given something to do. */
  readonly active: PickSource = {
    search: (q) => this.search(q, { is_active: true }),
    find: (id) => this.find(id),
  };

  /** Also those who left, for looking back; they are shown to administrators and auditors. */
  readonly all: PickSource = {
    search: (q) => this.search(q),
    find: (id) => this.find(id),
  };

  /** All at once, or one of them. */
  readonly withEverybody: PickSource = {
    search: (q) =>
      this.search(q).pipe(
        map((people) => (matches(EVERYBODY, q) ? [EVERYBODY, ...people] : people)),
      ),
    find: (id) => (id === EVERYBODY.id ? of(EVERYBODY) : this.find(id)),
  };

  /** The members of one project who are active: those a task can be given to. */
  inProject(projectId: number | null): PickSource {
    return {
      search: (q) => (projectId === null ? of([]) : this.members(projectId, q)),
      find: (id) => this.find(id),
    };
  }

  private search(q: string, filter: UserQuery = {}): Observable<Pickable[]> {
    return this.api
      .list({ q, ...filter, sort: 'display_name', limit: OFFERED })
      .pipe(map(({ users }) => users.map(toPersonPickable)));
  }

  private members(projectId: number, q: string): Observable<Pickable[]> {
    return this.projects.members(projectId).pipe(
      map(({ members }) => members.filter(({ is_active }) => is_active).map(toPersonPickable)),
      map((people) => people.filter((one) => matches(one, q))),
    );
  }

  /** Details of one person are for administrators and auditors; everybody sees the names in the list. */
  private find(id: number): Observable<Pickable> {
    const me = this.session.me();
    if (me?.id === id) return of(toPersonPickable(me));
    if (me?.role !== 'member') return this.api.get(id).pipe(map(toPersonPickable));
    return this.listed(1).pipe(
      expand(({ users, has_next, current_page }) =>
        has_next && !users.some((one) => one.id === id) ? this.listed(current_page + 1) : EMPTY,
      ),
      last(),
      map(({ users }) => users.find((one) => one.id === id)),
      map((person) => (person ? toPersonPickable(person) : unnamed(id))),
    );
  }

  /** Also those who left: time that they tracked can still be asked for. */
  private listed(page: number): Observable<UserPage> {
    return this.api.list({ sort: 'display_name', limit: 100, page });
  }
}

export function toPersonPickable(person: PersonView | UserView): Pickable {
  const hasLeft = 'is_active' in person && !person.is_active;
  return { id: person.id, name: person.display_name, ...(hasLeft && { detail: 'Deactivated' }) };
}

function unnamed(id: number): Pickable {
  return { id, name: `Person ${id}` };
}

function matches({ name }: Pickable, text: string): boolean {
  return name.toLocaleLowerCase().includes(text.toLocaleLowerCase());
}

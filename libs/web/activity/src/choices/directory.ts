import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ProjectPage, UserPage } from '@tidemark/contracts';
import { map, type Observable } from 'rxjs';
import type { NameOf } from '../describe/field-value';
import { NamesById } from './names-by-id';

const PERSON_FIELDS = new Set(['assigned_to', 'user_id', 'member_id', 'target_user_id']);

/** Names of projects and people, for sentences. */
@Service()
export class Directory {
  private readonly http = inject(HttpClient);
  private readonly projects = new NamesById((ids) =>
    this.page<ProjectPage>('/api/projects', ids).pipe(map(({ projects }) => projects)),
  );
  private readonly people = new NamesById((ids) =>
    this.page<UserPage>('/api/users', ids).pipe(
      map(({ users }) => users.map(({ id, display_name: name }) => ({ id, name }))),
    ),
  );

  /** The name behind an id in a field of a change; undefined where it is not known, or not yet. */
  readonly nameOf: NameOf = (field, id) => {
    if (field === 'project_id') return this.projects.of(id);
    return PERSON_FIELDS.has(field) ? this.people.of(id) : undefined;
  };

  private page<T>(url: string, ids: readonly number[]): Observable<T> {
    return this.http.get<T>(url, { params: { id: ids.join(','), limit: ids.length } });
  }
}

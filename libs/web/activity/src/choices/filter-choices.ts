import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ProjectPage, ProjectView, UserPage, UserView } from '@tidemark/contracts';
import type { Pickable, PickSource } from '@tidemark/web/ui';
import { map } from 'rxjs';

const OFFERED = 60;

/** What the feed can be narrowed to, however much of it there is: also projects that are archived, and people who left. */
@Service()
export class FilterChoices {
  private readonly http = inject(HttpClient);

  readonly projects: PickSource = {
    search: (q) =>
      this.http
        .get<ProjectPage>('/api/projects', { params: found(q, 'name') })
        .pipe(map(({ projects }) => projects.map(toProject))),
    find: (id) => this.http.get<ProjectView>(`/api/projects/${id}`).pipe(map(toProject)),
  };

  /** For those who may see everybody. */
  readonly people: PickSource = {
    search: (q) =>
      this.http
        .get<UserPage>('/api/users', { params: found(q, 'display_name') })
        .pipe(map(({ users }) => users.map(toPerson))),
    find: (id) => this.http.get<UserView>(`/api/users/${id}`).pipe(map(toPerson)),
  };
}

const found = (q: string, sort: string) => ({ ...(q && { q }), sort, limit: OFFERED });

const toProject = ({ id, name, client_name }: ProjectView): Pickable => ({
  ...{ id, name, detail: client_name },
});

const toPerson = ({ id, display_name }: { id: number; display_name: string }): Pickable => ({
  ...{ id, name: display_name },
});

import { inject, Service } from '@angular/core';
import type { ProjectView } from '@tidemark/contracts';
import { map, type Observable } from 'rxjs';
import type { Pickable, PickSource } from '@tidemark/web/ui';
import { ProjectsApi } from './projects-api';

const OFFERED = 60;
const FAVORITES = 'Favourites';

/** Projects to pick: favourites first, then by client. */
@Service()
export class ProjectChoices {
  private readonly api = inject(ProjectsApi);

  /** Projects on which time can be tracked. */
  readonly open = this.source('active,on_hold');
  /** All of them, for looking back. */
  readonly all = this.source();

  private source(status?: string): PickSource {
    return {
      search: (q) => this.search(q, status),
      find: (id) => this.api.get(id).pipe(map(toProjectPickable)),
    };
  }

  private search(q: string, status?: string): Observable<Pickable[]> {
    return this.api
      .list({ q, status, sort: 'favorite', limit: OFFERED })
      .pipe(map(({ projects }) => projects.map(toGroupedPickable).sort(byGroupThenName)));
  }
}

export function toProjectPickable({ id, name, color, client_name }: ProjectView): Pickable {
  return { id, name, color, detail: client_name };
}

/** Under its client; a favourite under the favourites, where the client is still said. */
function toGroupedPickable(project: ProjectView): Pickable {
  const pickable = toProjectPickable(project);
  return project.is_favorite
    ? { ...pickable, group: FAVORITES }
    : { ...pickable, group: project.client_name };
}

function byGroupThenName(one: Pickable, other: Pickable): number {
  const favorites = Number(other.group === FAVORITES) - Number(one.group === FAVORITES);
  return (
    favorites ||
    (one.group ?? '').localeCompare(other.group ?? '') ||
    one.name.localeCompare(other.name)
  );
}

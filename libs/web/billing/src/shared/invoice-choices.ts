import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ClientPage, ClientView, ProjectPage, ProjectView } from '@tidemark/contracts';
import { type Pickable, type PickSource, toParams } from '@tidemark/web/ui';
import { map } from 'rxjs';

const OFFERED = 60;

/** Clients and projects to pick. */
@Service()
export class InvoiceChoices {
  private readonly http = inject(HttpClient);

  readonly clients: PickSource = {
    search: (q) => {
      const params = toParams({ q, is_archived: false, sort: 'name', limit: OFFERED });
      return this.http
        .get<ClientPage>('/api/clients', { params })
        .pipe(map(({ clients }) => clients.map(({ id, name }) => ({ id, name }))));
    },
    find: (id) => this.http.get<ClientView>(`/api/clients/${id}`),
  };

  /** All projects, or those of one client: time of an archived one may still be unbilled. */
  projects(clientId: number | null): PickSource {
    return {
      search: (q) => {
        const params = toParams({
          ...{ q, client_id: clientId, sort: 'name', limit: OFFERED },
          status: 'active,on_hold,completed,archived',
        });
        return this.http
          .get<ProjectPage>('/api/projects', { params })
          .pipe(map(({ projects }) => projects.map(toPickable)));
      },
      find: (id) => this.http.get<ProjectView>(`/api/projects/${id}`).pipe(map(toPickable)),
    };
  }
}

function toPickable({ id, name, color, client_name }: ProjectView): Pickable {
  return { id, name, color, detail: client_name };
}

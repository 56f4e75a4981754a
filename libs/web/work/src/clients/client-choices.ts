import { inject, Service } from '@angular/core';
import { map, type Observable } from 'rxjs';
import type { Pickable, PickSource } from '@tidemark/web/ui';
import { ClientsApi } from './clients-api';

const OFFERED = 60;

/** Clients to pick; archived ones can be found by id alone. */
@Service()
export class ClientChoices implements PickSource {
  private readonly api = inject(ClientsApi);

  search(q: string): Observable<Pickable[]> {
    return this.api
      .list({ q, is_archived: false, sort: 'name', limit: OFFERED })
      .pipe(map(({ clients }) => clients.map(({ id, name }) => ({ id, name }))));
  }

  find(id: number): Observable<Pickable> {
    return this.api.get(id).pipe(map(({ name }) => ({ id, name })));
  }
}

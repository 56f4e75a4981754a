import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ClientPage, ClientQuery, ClientView, SaveClient } from '@tidemark/contracts';
import type { Observable } from 'rxjs';
import { toParams } from '@tidemark/web/ui';

@Service()
export class ClientsApi {
  private readonly http = inject(HttpClient);

  list(query: ClientQuery): Observable<ClientPage> {
    return this.http.get<ClientPage>('/api/clients', { params: toParams(query) });
  }

  get(id: number): Observable<ClientView> {
    return this.http.get<ClientView>(`/api/clients/${id}`);
  }

  create(client: SaveClient): Observable<ClientView> {
    return this.http.post<ClientView>('/api/clients', client);
  }

  update(id: number, client: Partial<SaveClient>): Observable<ClientView> {
    return this.http.patch<ClientView>(`/api/clients/${id}`, client);
  }

  delete(id: number): Observable<unknown> {
    return this.http.delete(`/api/clients/${id}`);
  }

  archive(id: number): Observable<ClientView> {
    return this.http.post<ClientView>(`/api/clients/${id}/archive`, {});
  }

  unarchive(id: number): Observable<ClientView> {
    return this.http.post<ClientView>(`/api/clients/${id}/unarchive`, {});
  }
}

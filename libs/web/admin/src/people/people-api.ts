import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  CreateUser,
  Invitation,
  InvitedUser,
  SaveUser,
  UserPage,
  UserQuery,
  UserView,
} from '@tidemark/contracts';
import { firstValueFrom, type Observable } from 'rxjs';

/** What administrators do with people. Promises reject with what `toProblem` understands. */
@Service()
export class PeopleApi {
  private readonly http = inject(HttpClient);

  /** The page that the query finds, loaded again whenever it changes. Call in an injection context. */
  page(query: () => UserQuery): HttpResourceRef<UserPage | undefined> {
    return httpResource<UserPage>(() => ({ url: '/api/users', params: { ...query() } }));
  }

  get(id: number): Observable<UserView> {
    return this.http.get<UserView>(`/api/users/${id}`);
  }

  create(person: CreateUser): Promise<InvitedUser> {
    return firstValueFrom(this.http.post<InvitedUser>('/api/users', person));
  }

  save(id: number, changes: SaveUser): Promise<UserView> {
    return firstValueFrom(this.http.patch<UserView>(`/api/users/${id}`, changes));
  }

  /** A new link; the one before stops working. */
  invite(id: number): Promise<Invitation> {
    return firstValueFrom(this.http.post<Invitation>(`/api/users/${id}/invitation`, {}));
  }
}

import { HttpClient } from '@angular/common/http';
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
import { toParams } from '@tidemark/web/ui';
import { firstValueFrom, type Observable } from 'rxjs';

/** What administrators do with people. Promises reject with what `toProblem` understands. */
@Service()
export class PeopleApi {
  private readonly http = inject(HttpClient);

  list(query: UserQuery): Observable<UserPage> {
    return this.http.get<UserPage>('/api/users', { params: toParams(query) });
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

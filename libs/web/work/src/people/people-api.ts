import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { UserPage, UserQuery, UserView } from '@tidemark/contracts';
import type { Observable } from 'rxjs';
import { toParams } from '@tidemark/web/ui';

@Service()
export class PeopleApi {
  private readonly http = inject(HttpClient);

  list(query: UserQuery): Observable<UserPage> {
    return this.http.get<UserPage>('/api/users', { params: toParams(query) });
  }

  /** For administrators and auditors. */
  get(id: number): Observable<UserView> {
    return this.http.get<UserView>(`/api/users/${id}`);
  }
}

import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { CommentPage, CommentQuery, CommentView } from '@tidemark/contracts';
import type { Observable } from 'rxjs';
import { toParams } from '@tidemark/web/ui';

/** What is commented on. */
export interface CommentedThing {
  kind: 'projects' | 'tasks';
  id: number;
}

@Service()
export class CommentsApi {
  private readonly http = inject(HttpClient);

  list({ kind, id }: CommentedThing, query: CommentQuery): Observable<CommentPage> {
    const params = toParams(query);
    return this.http.get<CommentPage>(`/api/${kind}/${id}/comments`, { params });
  }

  add({ kind, id }: CommentedThing, body: string): Observable<CommentView> {
    return this.http.post<CommentView>(`/api/${kind}/${id}/comments`, { body });
  }

  edit(id: number, body: string): Observable<CommentView> {
    return this.http.patch<CommentView>(`/api/comments/${id}`, { body });
  }

  delete(id: number): Observable<unknown> {
    return this.http.delete(`/api/comments/${id}`);
  }
}

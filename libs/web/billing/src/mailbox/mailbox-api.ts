import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { MailPage, MailView, PageQuery } from '@tidemark/contracts';
import { toParams } from '@tidemark/web/ui';
import type { Observable } from 'rxjs';

@Service()
export class MailboxApi {
  private readonly http = inject(HttpClient);

  list(query: PageQuery): Observable<MailPage> {
    return this.http.get<MailPage>('/api/mailbox', { params: toParams(query) });
  }

  get(id: number): Observable<MailView> {
    return this.http.get<MailView>(`/api/mailbox/${id}`);
  }
}

import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  SaveTimeEntryTemplate,
  TimeEntryTemplatePage,
  TimeEntryTemplateQuery,
  TimeEntryTemplateView,
  TimeEntryView,
} from '@tidemark/contracts';
import type { Observable } from 'rxjs';
import { toParams } from '@tidemark/web/ui';

const URL = '/api/time-entry-templates';

@Service()
export class TemplatesApi {
  private readonly http = inject(HttpClient);

  list(query: TimeEntryTemplateQuery): Observable<TimeEntryTemplatePage> {
    return this.http.get<TimeEntryTemplatePage>(URL, { params: toParams(query) });
  }

  create(template: SaveTimeEntryTemplate): Observable<TimeEntryTemplateView> {
    return this.http.post<TimeEntryTemplateView>(URL, template);
  }

  update(id: number, template: Partial<SaveTimeEntryTemplate>): Observable<TimeEntryTemplateView> {
    return this.http.patch<TimeEntryTemplateView>(`${URL}/${id}`, template);
  }

  delete(id: number): Observable<unknown> {
    return this.http.delete(`${URL}/${id}`);
  }

  /** Starts a timer with what the template says. */
  start(id: number): Observable<TimeEntryView> {
    return this.http.post<TimeEntryView>(`${URL}/${id}/start`, {});
  }
}

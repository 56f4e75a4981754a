import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  DeleteTimeEntry,
  SaveTimeEntry,
  TimeEntryPage,
  TimeEntryQuery,
  TimeEntryView,
  TimeSummary,
  UpdateTimeEntry,
} from '@tidemark/contracts';
import type { Observable } from 'rxjs';
import { toParams } from '@tidemark/web/ui';

@Service()
export class TimeEntriesApi {
  private readonly http = inject(HttpClient);

  list(query: TimeEntryQuery): Observable<TimeEntryPage> {
    return this.http.get<TimeEntryPage>('/api/time-entries', { params: toParams(query) });
  }

  /** Own seconds for each day from `start_date` to `end_date`, both inclusive, in the own zone. */
  summary(start_date: string, end_date: string): Observable<TimeSummary> {
    return this.http.get<TimeSummary>('/api/time-entries/summary', {
      params: toParams({ start_date, end_date }),
    });
  }

  create(entry: SaveTimeEntry): Observable<TimeEntryView> {
    return this.http.post<TimeEntryView>('/api/time-entries', entry);
  }

  update(id: number, entry: UpdateTimeEntry): Observable<TimeEntryView> {
    return this.http.patch<TimeEntryView>(`/api/time-entries/${id}`, entry);
  }

  delete(id: number, { reason }: DeleteTimeEntry = {}): Observable<unknown> {
    return this.http.delete(`/api/time-entries/${id}`, reason ? { body: { reason } } : {});
  }
}

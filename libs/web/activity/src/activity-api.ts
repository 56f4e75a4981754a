import { HttpClient, HttpParams } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ActivityCatalogue,
  ActivityFilter,
  ActivityNeighbourhood,
  ActivityPage,
  ActivityStats,
} from '@tidemark/contracts';
import type { Observable } from 'rxjs';
import type { FeedPart } from './stream/feed-stream';

/** `GET /api/activities` and what belongs to it. The browser itself keeps the ETags. */
@Service()
export class ActivityApi {
  private readonly http = inject(HttpClient);

  /** A page of what the viewer may see, newest first. */
  list(filter: ActivityFilter, part: FeedPart & { limit: number }): Observable<ActivityPage> {
    return this.http.get<ActivityPage>('/api/activities', { params: params(filter, part) });
  }

  /** One activity, and the ones next to it among those that the filter finds. */
  find(id: number, filter: ActivityFilter): Observable<ActivityNeighbourhood> {
    const options = { params: params(filter) };
    return this.http.get<ActivityNeighbourhood>(`/api/activities/${id}`, options);
  }

  /** Everything that is recorded, and when the viewer could last see it. */
  catalogue(): Observable<ActivityCatalogue> {
    return this.http.get<ActivityCatalogue>('/api/activities/catalogue');
  }

  /** How much happened in the last `days` (1 to 366) days, today included. */
  stats(days: number): Observable<ActivityStats> {
    return this.http.get<ActivityStats>('/api/activities/stats', { params: { days } });
  }
}

/** Only what is asked for: the server refuses empty parameters, and "all" is not a filter. */
function params(...queries: object[]): HttpParams {
  const given = queries
    .flatMap((query) => Object.entries(query))
    .map(([name, value]) => [name, value === undefined ? '' : String(value)] as const)
    .filter(([, value]) => value !== '');
  return new HttpParams({ fromObject: Object.fromEntries(given) });
}

import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { CurrentTimer, RunningTimers, StartTimer, TimeEntryView } from '@tidemark/contracts';
import type { Observable } from 'rxjs';

@Service()
export class TimersApi {
  private readonly http = inject(HttpClient);

  current(): Observable<CurrentTimer> {
    return this.http.get<CurrentTimer>('/api/timers/current');
  }

  /** Who is working on what right now, as far as the viewer may see it. */
  running(): Observable<RunningTimers> {
    return this.http.get<RunningTimers>('/api/timers');
  }

  start(timer: StartTimer): Observable<TimeEntryView> {
    return this.http.post<TimeEntryView>('/api/timers/start', timer);
  }

  stop(): Observable<TimeEntryView> {
    return this.http.post<TimeEntryView>('/api/timers/stop', {});
  }

  /** Starts a new entry with the project, task and note of an older one. */
  resume(entryId: number): Observable<TimeEntryView> {
    return this.http.post<TimeEntryView>(`/api/time-entries/${entryId}/resume`, {});
  }
}

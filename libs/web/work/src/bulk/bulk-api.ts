import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ArchiveProjects,
  BulkAnswer,
  ChangeTasks,
  ChangeTimeEntries,
  DeleteTimeEntries,
} from '@tidemark/contracts';
import type { Observable } from 'rxjs';

/** Changes of many things: all of them or none. */
@Service()
export class BulkApi {
  private readonly http = inject(HttpClient);

  changeTimeEntries(change: ChangeTimeEntries): Observable<BulkAnswer> {
    return this.http.patch<BulkAnswer>('/api/time-entries', change);
  }

  deleteTimeEntries(body: DeleteTimeEntries): Observable<BulkAnswer> {
    return this.http.delete<BulkAnswer>('/api/time-entries', { body });
  }

  changeTasks(change: ChangeTasks): Observable<BulkAnswer> {
    return this.http.patch<BulkAnswer>('/api/tasks', change);
  }

  archiveProjects(body: ArchiveProjects): Observable<BulkAnswer> {
    return this.http.post<BulkAnswer>('/api/projects/archive', body);
  }
}

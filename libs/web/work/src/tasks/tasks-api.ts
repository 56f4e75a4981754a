import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { SaveTask, TaskPage, TaskQuery, TaskView } from '@tidemark/contracts';
import type { Observable } from 'rxjs';
import { toParams } from '@tidemark/web/ui';

@Service()
export class TasksApi {
  private readonly http = inject(HttpClient);

  list(query: TaskQuery): Observable<TaskPage> {
    return this.http.get<TaskPage>('/api/tasks', { params: toParams(query) });
  }

  get(id: number): Observable<TaskView> {
    return this.http.get<TaskView>(`/api/tasks/${id}`);
  }

  create(task: SaveTask): Observable<TaskView> {
    return this.http.post<TaskView>('/api/tasks', task);
  }

  update(id: number, task: Partial<SaveTask>): Observable<TaskView> {
    return this.http.patch<TaskView>(`/api/tasks/${id}`, task);
  }

  delete(id: number): Observable<unknown> {
    return this.http.delete(`/api/tasks/${id}`);
  }
}

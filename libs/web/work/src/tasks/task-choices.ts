import { inject, Service } from '@angular/core';
import { map, of, type Observable } from 'rxjs';
import type { Pickable, PickSource } from '@tidemark/web/ui';
import { TasksApi } from './tasks-api';

const OFFERED = 60;
const OPEN = 'todo,in_progress,review';

/** Tasks to pick. */
@Service()
export class TaskChoices {
  private readonly api = inject(TasksApi);

  /** Open tasks of one project; none without a project. */
  of(projectId: number | null): PickSource {
    return {
      search: (q) => (projectId === null ? of([]) : this.search(projectId, q)),
      find: (id) => this.api.get(id).pipe(map(({ name }) => ({ id, name }))),
    };
  }

  private search(projectId: number, q: string): Observable<Pickable[]> {
    return this.api
      .list({ project_id: projectId, q, status: OPEN, sort: 'name', limit: OFFERED })
      .pipe(map(({ tasks }) => tasks.map(({ id, name }) => ({ id, name }))));
  }
}

import {
  DayParam,
  IdParam,
  ListParam,
  PagedQuery,
  SearchParam,
  SortParam,
} from '@tidemark/api/platform';
import {
  TASK_PRIORITIES,
  TASK_STATUSES,
  type TaskPriority,
  type TaskStatus,
} from '@tidemark/contracts';

export class ListTasksQuery extends PagedQuery {
  @SearchParam({ description: 'Part of the name' })
  readonly q?: string;

  @IdParam()
  readonly project_id?: number;

  @ListParam(TASK_STATUSES, { all: true })
  readonly status?: TaskStatus[];

  @ListParam(TASK_PRIORITIES, { all: true })
  readonly priority?: TaskPriority[];

  @IdParam()
  readonly assigned_to?: number;

  @DayParam({ description: 'Due on this day or later' })
  readonly due_from?: string;

  @DayParam({ description: 'Due on this day or earlier' })
  readonly due_to?: string;

  @SortParam(['name', 'due_date', 'priority', 'status', 'created_at'])
  readonly sort?: string;
}

import {
  FlagParam,
  IdParam,
  IdsParam,
  ListParam,
  PagedQuery,
  SearchParam,
  SortParam,
} from '@tidemark/api/platform';
import { PROJECT_STATUSES, type ProjectStatus } from '@tidemark/contracts';

export class ListProjectsQuery extends PagedQuery {
  @IdsParam({ description: 'Only these, such as those that a page speaks of' })
  readonly id?: number[];

  @SearchParam({ description: 'Part of the name of the project or its client' })
  readonly q?: string;

  @ListParam(PROJECT_STATUSES, { all: true })
  readonly status?: ProjectStatus[];

  @IdParam()
  readonly client_id?: number;

  @FlagParam({ description: "Only the viewer's favorites, or only the others" })
  readonly is_favorite?: boolean;

  @SortParam(['favorite', 'name', 'client_name', 'created_at', 'tracked_hours'])
  readonly sort?: string;
}

export class ListMembersQuery extends PagedQuery {
  @SortParam(['display_name', 'role'])
  readonly sort?: string;
}

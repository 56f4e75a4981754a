import { PagedQuery, SortParam } from '@tidemark/api/platform';

export class ListCommentsQuery extends PagedQuery {
  @SortParam(['created_at'])
  readonly sort?: string;
}

import { PagedQuery, SearchParam, SortParam } from '@tidemark/api/platform';

export class ListTemplatesQuery extends PagedQuery {
  @SearchParam({ description: 'Part of the name' })
  readonly q?: string;

  @SortParam(['name', 'created_at'])
  readonly sort?: string;
}

import { FlagParam, PagedQuery, SearchParam, SortParam } from '@tidemark/api/platform';

export class ListClientsQuery extends PagedQuery {
  @SearchParam({ description: 'Part of the name' })
  readonly q?: string;

  @FlagParam({ description: 'Only archived ones, or only the others; both by default' })
  readonly is_archived?: boolean;

  @SortParam(['name', 'created_at'])
  readonly sort?: string;
}

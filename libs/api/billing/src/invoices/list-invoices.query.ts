import { IdParam, ListParam, PagedQuery, SearchParam, SortParam } from '@tidemark/api/platform';
import { INVOICE_STATUSES, type InvoiceStatus } from '@tidemark/contracts';

export class ListInvoicesQuery extends PagedQuery {
  @SearchParam({ description: "Part of the number or of the client's name" })
  readonly q?: string;

  @ListParam(INVOICE_STATUSES)
  readonly status?: InvoiceStatus[];

  @IdParam()
  readonly client_id?: number;

  @IdParam({ description: 'The invoice that bills this time entry' })
  readonly time_entry_id?: number;

  @SortParam(['number', 'client_name', 'issue_date', 'due_date', 'created_at'])
  readonly sort?: string;
}

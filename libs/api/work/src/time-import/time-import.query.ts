import { ChoiceParam, FlagParam, ListParam } from '@tidemark/api/platform';
import {
  DATE_ORDERS,
  type DateOrder,
  IMPORT_COLUMNS,
  type ImportColumn,
} from '@tidemark/contracts';

export class ImportTimeQuery {
  @FlagParam({ description: 'Stores nothing: only says what would be stored' })
  readonly dry_run?: boolean;

  @ChoiceParam(DATE_ORDERS, { description: 'How days such as 01/02/2026 are read' })
  readonly date_order?: DateOrder;

  @ListParam(IMPORT_COLUMNS, { description: 'Columns of the file to leave out' })
  readonly ignore?: ImportColumn[];
}

import { ChoiceParam, DayParam, IdParam } from '@tidemark/api/platform';
import {
  INVOICE_GROUPINGS,
  INVOICE_ROUNDINGS,
  type InvoiceGrouping,
  type InvoiceRounding,
} from '@tidemark/contracts';
import { CurrencyField } from '../currency-field';

export class UnbilledTimeQuery {
  @IdParam({ description: 'Time of all projects of a client; or give project_id' })
  readonly client_id?: number;

  @IdParam()
  readonly project_id?: number;

  @DayParam({ description: 'Entries that began on this day of the own zone, or later' })
  readonly start_date?: string;

  @DayParam({ description: 'Up to the end of this day' })
  readonly end_date?: string;

  @ChoiceParam(INVOICE_GROUPINGS, { description: 'What becomes one line; task by default' })
  readonly group_by?: InvoiceGrouping;

  @ChoiceParam(INVOICE_ROUNDINGS, {
    description: 'Rounds each entry up to full minutes of so many',
  })
  readonly rounding?: InvoiceRounding;

  @CurrencyField({ optional: true, description: 'EUR by default' })
  readonly currency?: string;
}

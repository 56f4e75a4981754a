import { OmitType, PartialType } from '@nestjs/swagger';
import {
  ChoiceField,
  DayField,
  DecimalField,
  EmailField,
  IdField,
  IdsField,
  ListField,
  LongTextField,
  TextField,
} from '@tidemark/api/platform';
import { INVOICE_STATUSES_BY_HAND, MAX_INVOICE_LINES } from '@tidemark/contracts';
import { CurrencyField } from '../currency-field';

const MAX_NOTES = 2_000;
const MAX_MESSAGE = 5_000;
const MAX_DESCRIPTION = 600;
const MAX_REVISION = 100;
/** What one line may bill; more would not fit into a body either. */
export const MAX_LINE_ENTRIES = 5_000;

export class SaveInvoiceLineDto {
  @IdField({ optional: true, description: 'Of a line that the draft has' })
  readonly id?: number;

  @TextField({ max: MAX_DESCRIPTION })
  readonly description: string;

  @DecimalField({ digits: 6, places: 2 })
  readonly quantity: string;

  @DecimalField({ digits: 9, places: 4, negative: true })
  readonly unit_price: string;

  @IdsField({ optional: true, max: MAX_LINE_ENTRIES, description: 'Time that the line bills' })
  readonly time_entry_ids?: number[];
}

export class SaveInvoiceDto {
  @IdField()
  readonly client_id: number;

  @CurrencyField()
  readonly currency: string;

  @DecimalField({ optional: true, digits: 3, places: 3, description: 'Per cent' })
  readonly tax_rate?: string;

  @DayField({ optional: true, description: 'Today by default' })
  readonly issue_date?: string;

  @DayField()
  readonly due_date: string;

  @LongTextField({ optional: true, max: MAX_NOTES })
  readonly notes?: string;

  @ListField(SaveInvoiceLineDto, { min: 1, max: MAX_INVOICE_LINES })
  readonly lines: SaveInvoiceLineDto[];
}

const RevisionField = (description: string) =>
  TextField({ optional: true, max: MAX_REVISION, description });

/** Only what is given changes; the client stays. */
export class UpdateInvoiceDto extends PartialType(OmitType(SaveInvoiceDto, ['client_id']), {
  skipNullProperties: false,
}) {
  @RevisionField(
    'The `revision` that the change was made from: 409 `conflict`, and nothing changed, where the draft is ' +
      'another one by now. Required with `lines`, which take the place of all that are there; without it, ' +
      'single fields are set whatever the others are',
  )
  readonly revision?: string;
}

export class ChangeInvoiceStatusDto {
  @RevisionField('The `revision` that was seen: 409 `conflict` where it is another one by now')
  readonly revision?: string;

  @ChoiceField(INVOICE_STATUSES_BY_HAND)
  readonly status: (typeof INVOICE_STATUSES_BY_HAND)[number];
}

export class SendInvoiceDto {
  @RevisionField(
    'The `revision` that was seen: 409 `conflict`, and nothing sent, where it is another one by now',
  )
  readonly revision?: string;

  @EmailField()
  readonly to: string;

  @TextField({ optional: true, max: 200 })
  readonly subject?: string;

  @LongTextField({ optional: true, max: MAX_MESSAGE })
  readonly message?: string;
}

import { ChoiceField, DayField, DecimalField, LongTextField } from '@tidemark/api/platform';
import { PAYMENT_METHODS, type PaymentMethod } from '@tidemark/contracts';

export class RecordPaymentDto {
  @DecimalField({ digits: 15, places: 4 })
  readonly amount: string;

  @ChoiceField(PAYMENT_METHODS)
  readonly method: PaymentMethod;

  @DayField({ optional: true, description: 'Today by default' })
  readonly paid_on?: string;

  @LongTextField({ optional: true, max: 500 })
  readonly note?: string;
}

import { LongTextField } from '@tidemark/api/platform';
import type { ReversePayment } from '@tidemark/contracts';

export class ReversePaymentDto implements ReversePayment {
  @LongTextField({ min: 1, max: 500 })
  readonly reason: string;
}

import { LongTextField } from '@tidemark/api/platform';

/** Why something is archived or deleted, for those who read the trail later. */
export class ReasonDto {
  @LongTextField({ optional: true, max: 500 })
  readonly reason?: string;
}

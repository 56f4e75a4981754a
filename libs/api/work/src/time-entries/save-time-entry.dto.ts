import { OmitType, PartialType, PickType } from '@nestjs/swagger';
import { FlagField, IdField, InstantField, LongTextField } from '@tidemark/api/platform';

export const MAX_NOTE = 2_000;

export class SaveTimeEntryDto {
  @IdField()
  readonly project_id: number;

  @IdField({ optional: true, nullable: true, description: 'A task of the project' })
  readonly task_id?: number | null;

  @LongTextField({ optional: true, max: MAX_NOTE })
  readonly note?: string;

  @FlagField({ optional: true, description: 'True unless said otherwise' })
  readonly billable?: boolean;

  @InstantField()
  readonly started_at: Date;

  @InstantField({ description: 'After the start, and at most 31 days after it' })
  readonly ended_at: Date;

  @IdField({ optional: true, description: 'For whom, by a lead or an administrator' })
  readonly user_id?: number;
}

/** Only what is given changes. An entry stays with its person. */
export class UpdateTimeEntryDto extends PartialType(OmitType(SaveTimeEntryDto, ['user_id']), {
  skipNullProperties: false,
}) {
  @LongTextField({ optional: true, max: 500, description: 'Needed where the day is long past' })
  readonly reason?: string;
}

export class StartTimerDto extends PickType(SaveTimeEntryDto, [
  'project_id',
  'task_id',
  'note',
  'billable',
]) {}

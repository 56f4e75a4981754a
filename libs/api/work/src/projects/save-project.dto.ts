import { PartialType } from '@nestjs/swagger';
import {
  AmountField,
  ChoiceField,
  ColorField,
  HoursField,
  IdField,
  LongTextField,
  TextField,
} from '@tidemark/api/platform';
import { OPEN_PROJECT_STATUSES, type SaveProject } from '@tidemark/contracts';

export class SaveProjectDto implements SaveProject {
  @TextField()
  readonly name: string;

  @LongTextField({ optional: true })
  readonly description?: string;

  @IdField()
  readonly client_id: number;

  @ColorField({ optional: true })
  readonly color?: string;

  @AmountField({ optional: true, nullable: true })
  readonly hourly_rate?: string | null;

  @HoursField({ optional: true, nullable: true })
  readonly budget_hours?: number | null;

  @ChoiceField(OPEN_PROJECT_STATUSES, {
    optional: true,
    description: 'Projects are archived and unarchived by routes of their own',
  })
  readonly status?: (typeof OPEN_PROJECT_STATUSES)[number];
}

/** Only what is given changes. */
export class UpdateProjectDto extends PartialType(SaveProjectDto, { skipNullProperties: false }) {}

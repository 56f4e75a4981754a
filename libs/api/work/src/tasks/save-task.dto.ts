import { OmitType, PartialType } from '@nestjs/swagger';
import {
  ChoiceField,
  DayField,
  HoursField,
  IdField,
  LongTextField,
  TextField,
} from '@tidemark/api/platform';
import {
  type SaveTask,
  TASK_PRIORITIES,
  TASK_STATUSES,
  type TaskPriority,
  type TaskStatus,
} from '@tidemark/contracts';

export class SaveTaskDto implements SaveTask {
  @TextField()
  readonly name: string;

  @IdField()
  readonly project_id: number;

  @LongTextField({ optional: true })
  readonly description?: string;

  @ChoiceField(TASK_STATUSES, { optional: true })
  readonly status?: TaskStatus;

  @ChoiceField(TASK_PRIORITIES, { optional: true })
  readonly priority?: TaskPriority;

  @IdField({ optional: true, nullable: true, description: 'A member of the project' })
  readonly assigned_to?: number | null;

  @DayField({ optional: true, nullable: true })
  readonly due_date?: string | null;

  @HoursField({ optional: true, nullable: true })
  readonly estimate_hours?: number | null;
}

/** Only what is given changes. The project of a task stays. */
export class UpdateTaskDto extends PartialType(OmitType(SaveTaskDto, ['project_id']), {
  skipNullProperties: false,
}) {}

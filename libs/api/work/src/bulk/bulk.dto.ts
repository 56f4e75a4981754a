import { PickType } from '@nestjs/swagger';
import { IdsField, LongTextField } from '@tidemark/api/platform';
import {
  type ArchiveProjects,
  type ChangeTasks,
  type ChangeTimeEntries,
  type DeleteTimeEntries,
  MAX_BULK,
} from '@tidemark/contracts';
import { ReasonDto } from '../reason.dto';
import { UpdateTaskDto } from '../tasks/save-task.dto';
import { UpdateTimeEntryDto } from '../time-entries/save-time-entry.dto';

/** Only what is given changes, in all of them. */
export class ChangeTimeEntriesDto
  extends PickType(UpdateTimeEntryDto, ['project_id', 'task_id', 'billable', 'reason'])
  implements ChangeTimeEntries
{
  @IdsField({ min: 1, max: MAX_BULK })
  readonly ids: number[];
}

export class DeleteTimeEntriesDto implements DeleteTimeEntries {
  @IdsField({ min: 1, max: MAX_BULK })
  readonly ids: number[];

  @LongTextField({ min: 1, max: 500 })
  readonly reason: string;
}

/** Only what is given changes, in all of them. */
export class ChangeTasksDto
  extends PickType(UpdateTaskDto, ['status', 'assigned_to'])
  implements ChangeTasks
{
  @IdsField({ min: 1, max: MAX_BULK })
  readonly ids: number[];
}

export class ArchiveProjectsDto extends ReasonDto implements ArchiveProjects {
  @IdsField({ min: 1, max: MAX_BULK })
  readonly ids: number[];
}

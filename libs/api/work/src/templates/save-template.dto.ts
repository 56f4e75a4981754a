import { PartialType } from '@nestjs/swagger';
import { FlagField, IdField, LongTextField, TextField } from '@tidemark/api/platform';
import type { SaveTimeEntryTemplate } from '@tidemark/contracts';
import { MAX_NOTE } from '../time-entries/save-time-entry.dto';

export class SaveTemplateDto implements SaveTimeEntryTemplate {
  @TextField()
  readonly name: string;

  @IdField()
  readonly project_id: number;

  @IdField({ optional: true, nullable: true, description: 'A task of the project' })
  readonly task_id?: number | null;

  @LongTextField({ optional: true, max: MAX_NOTE })
  readonly note?: string;

  @FlagField({ optional: true, description: 'True unless said otherwise' })
  readonly billable?: boolean;
}

/** Only what is given changes. */
export class UpdateTemplateDto extends PartialType(SaveTemplateDto, {
  skipNullProperties: false,
}) {}

import { PartialType } from '@nestjs/swagger';
import { ChoiceField, ChoiceParam, PagedQuery, SortParam, TextField } from '@tidemark/api/platform';
import {
  type ActivityParams,
  SAVED_FILTER_SCOPES,
  type SavedFilterScope,
  type SaveSavedFilter,
} from '@tidemark/contracts';
import { ActivityParamsField } from './activity-params';

export class SaveFilterDto implements SaveSavedFilter {
  @TextField({ max: 100 })
  readonly name: string;

  @ActivityParamsField()
  readonly filter: ActivityParams;

  @ChoiceField(SAVED_FILTER_SCOPES, { optional: true, description: '"oneself" when left out' })
  readonly scope?: SavedFilterScope;
}

/** Only what is given changes. */
export class UpdateFilterDto extends PartialType(SaveFilterDto, { skipNullProperties: false }) {}

export class ListFiltersQuery extends PagedQuery {
  @ChoiceParam(SAVED_FILTER_SCOPES)
  readonly scope?: SavedFilterScope;

  @SortParam(['name', 'created_at'])
  readonly sort?: string;
}

import {
  DayOrInstantParam,
  DayParam,
  FlagParam,
  IdOrAllParam,
  IdParam,
  PagedQuery,
  SearchParam,
  SortParam,
} from '@tidemark/api/platform';

export class ListTimeEntriesQuery extends PagedQuery {
  @DayOrInstantParam({ description: 'A day in the own zone, or an instant' })
  readonly start_date?: string;

  @DayOrInstantParam({ description: 'A day in the own zone, up to its end, or an instant' })
  readonly end_date?: string;

  @IdParam()
  readonly project_id?: number;

  @IdParam()
  readonly task_id?: number;

  @IdOrAllParam({ description: 'Oneself by default; "all" for everybody one may see' })
  readonly user_id?: number | 'all';

  @FlagParam()
  readonly billable?: boolean;

  @FlagParam({ description: 'Only running timers, or only finished entries' })
  readonly running?: boolean;

  @SearchParam({ description: 'Part of the note, or of the name of the project or task' })
  readonly q?: string;

  @SortParam(['started_at', 'duration'])
  readonly sort?: string;
}

export class TimeSummaryQuery {
  @DayParam({ description: 'Today by default' })
  readonly start_date?: string;

  @DayParam({ description: 'The first day by default' })
  readonly end_date?: string;
}

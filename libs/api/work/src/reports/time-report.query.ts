import {
  ChoiceParam,
  DayParam,
  FlagParam,
  IdOrAllParam,
  IdParam,
  SortParam,
} from '@tidemark/api/platform';
import { REPORT_GROUPS, REPORT_SORTS, type ReportGroup } from '@tidemark/contracts';

export class TimeReportQuery {
  @ChoiceParam(REPORT_GROUPS, { description: 'What the rows stand for: projects by default' })
  readonly group_by?: ReportGroup;

  @DayParam({ description: 'A day in the own zone: the first of the current week by default' })
  readonly start_date?: string;

  @DayParam({ description: 'Up to its end; start_date by default' })
  readonly end_date?: string;

  @IdParam()
  readonly project_id?: number;

  @IdParam()
  readonly client_id?: number;

  @IdParam()
  readonly task_id?: number;

  @IdOrAllParam({ description: 'Everybody whose time one may see ("all") by default' })
  readonly user_id?: number | 'all';

  @FlagParam()
  readonly billable?: boolean;

  @SortParam(REPORT_SORTS)
  readonly sort?: string;
}

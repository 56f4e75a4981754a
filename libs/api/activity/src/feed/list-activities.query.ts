import { IntersectionType } from '@nestjs/swagger';
import {
  CursorParam,
  DayOrInstantParam,
  IdParam,
  ListParam,
  PagedQuery,
  SearchParam,
  UuidParam,
} from '@tidemark/api/platform';
import { type Action, ACTIONS, ENTITY_TYPES, type EntityType } from '@tidemark/contracts';

/** The parameters that choose rows, without the ones that choose a page of them. */
export class FeedFilterQuery {
  @IdParam({ description: 'Who acted. Another person than oneself: administrators and auditors' })
  readonly user_id?: number;

  @ListParam(ENTITY_TYPES, { all: true, description: 'One or several; "all" means no filter' })
  readonly entity_type?: EntityType[];

  @ListParam(ACTIONS, { all: true, description: 'One or several; "all" means no filter' })
  readonly action?: Action[];

  @DayOrInstantParam({ description: 'From this day in your zone, or from this instant' })
  readonly start_date?: string;

  @DayOrInstantParam({ description: 'To the end of this day in your zone, or to this instant' })
  readonly end_date?: string;

  @IdParam({ description: 'What happened in one project' })
  readonly project_id?: number;

  @IdParam({ description: 'What happened to one thing; give entity_type with it' })
  readonly entity_id?: number;

  @UuidParam({ description: 'One change of many things: the `batch_id` of its activities' })
  readonly batch_id?: string;

  @SearchParam({ description: 'Text in the description, or the name of who acted' })
  readonly q?: string;
}

/** What `GET /api/activities` can be asked. */
export class ListActivitiesQuery extends IntersectionType(PagedQuery, FeedFilterQuery) {
  @CursorParam({ description: 'Rows below this `next_cursor`' })
  readonly before?: string;

  @CursorParam({
    description:
      'Rows committed since this `newest_cursor`, in whatever order. Where `has_next` says that more came than ' +
      'fit, they are below: read on by `before=<next_cursor>` until you meet what you know',
  })
  readonly after?: string;
}

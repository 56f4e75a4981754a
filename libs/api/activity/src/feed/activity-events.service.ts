import { Injectable } from '@nestjs/common';
import { ProblemException, readsEverything, Sql, type Viewer } from '@tidemark/api/platform';
import type { ActivityEvent, ActivityNeighbourhood } from '@tidemark/contracts';
import { type Position, Values } from './feed-conditions';
import type { FeedScope } from './feed-scope';
import { FeedScopes } from './feed-scopes';
import { eventStatement, neighboursStatement } from './feed-statements';
import type { FeedFilterQuery } from './list-activities.query';
import { ShapeChooser } from './shape-chooser';
import { statementName } from './statement-name';

type Neighbours = Pick<ActivityNeighbourhood, 'newer_id' | 'older_id'>;

/** Reads one activity, and which ones stand before and after it among those that are looked at. */
@Injectable()
export class ActivityEventsService {
  constructor(
    private readonly scopes: FeedScopes,
    private readonly shapes: ShapeChooser,
    private readonly sql: Sql,
  ) {}

  /**
   * @param query what the neighbours have to fit; the activity itself need not
   * @throws ProblemException not-found for one that does not exist, and in the same words for a hidden one;
   *   forbidden and not-found for filters as the list refuses them
   */
  async find(viewer: Viewer, id: number, query: FeedFilterQuery): Promise<ActivityNeighbourhood> {
    const scope = await this.scopes.of(viewer, query);
    const activity = await this.read(viewer, id);
    const at = { at: new Date(activity.created_at), id };
    return { activity, ...(await this.neighbours(scope, at)) };
  }

  private async read(viewer: Viewer, id: number): Promise<ActivityEvent> {
    const visible = await this.scopes.visibleTo(viewer);
    const values = new Values();
    const text = eventStatement({ visible }, id, readsEverything(viewer), values);
    const [row] = await this.run<{ activity: ActivityEvent }>(text, values);
    if (!row) {
      throw new ProblemException('not-found', 'There is no such activity, or you may not see it');
    }
    return row.activity;
  }

  private async neighbours(scope: FeedScope, at: Position): Promise<Neighbours> {
    const values = new Values();
    const text = neighboursStatement(await this.shapes.choose(scope), scope, at, values);
    const [row] = await this.run<{ neighbours: Neighbours }>(text, values);
    return row?.neighbours ?? { newer_id: null, older_id: null };
  }

  private run<T extends object>(text: string, values: Values): Promise<T[]> {
    return this.sql.rows<T>(statementName(text), text, values.list);
  }
}

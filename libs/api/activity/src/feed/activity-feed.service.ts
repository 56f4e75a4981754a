import { Injectable } from '@nestjs/common';
import {
  MAX_PAGED_ROWS,
  ProblemException,
  readsEverything,
  Sql,
  type Viewer,
} from '@tidemark/api/platform';
import { DEFAULT_LIMIT } from '@tidemark/contracts';
import { type Position, Values } from './feed-conditions';
import { FeedCursors, fingerprint } from './feed-cursors';
import type { FeedScope } from './feed-scope';
import { FeedScopes } from './feed-scopes';
import { freshStatement, pageStatement, type PageRow, probeStatement } from './feed-statements';
import { FeedTotals, type Total } from './feed-totals';
import type { FeedFilterQuery, ListActivitiesQuery } from './list-activities.query';
import { ShapeChooser } from './shape-chooser';
import { statementName } from './statement-name';

/** The answer as JSON text, or that nothing has changed since the tag the caller holds. */
export type FeedAnswer = { etag: string; json: string } | { etag: string; unchanged: true };

interface Request {
  viewer: Viewer;
  query: ListActivitiesQuery;
  scope: FeedScope;
  limit: number;
  /** What cursors are good for: this viewer and these filters. */
  binding: string;
}

interface FoundPage {
  row: PageRow;
  page: number;
  total: Total;
}

/** Reads pages of the trail: by number, below a row, or what is new since a page was read. */
@Injectable()
export class ActivityFeedService {
  constructor(
    private readonly scopes: FeedScopes,
    private readonly shapes: ShapeChooser,
    private readonly totals: FeedTotals,
    private readonly cursors: FeedCursors,
    private readonly sql: Sql,
  ) {}

  /**
   * @param tag the `If-None-Match` header
   * @throws ProblemException invalid-parameter, invalid-cursor, forbidden, not-found
   */
  async list(viewer: Viewer, query: ListActivitiesQuery, tag?: string): Promise<FeedAnswer> {
    const { limit = DEFAULT_LIMIT } = query;
    refuseContradictions(query, limit);
    const scope = await this.scopes.of(viewer, query);
    const request = { viewer, query, scope, limit, binding: bindingOf(viewer, query) };
    const question = fingerprint([request.binding, viewer.role, scope, query, limit]);
    const held = this.cursors.openEtag(question, tag);
    if (held && !(await this.hasChanged(scope, held))) {
      return { etag: tag as string, unchanged: true };
    }
    const page = await this.read(request);
    const etag = this.cursors.etag(question, {
      since: page.row.snapshot,
      names: page.row.names_at,
    });
    return { etag, json: this.toJson(request, page) };
  }

  private async hasChanged(
    scope: FeedScope,
    held: { since: string; names: string | null },
  ): Promise<boolean> {
    const values = new Values();
    const text = probeStatement(scope, held.since, values);
    const [probe] = await this.run<{ changed: boolean; names_at: string | null }>(text, values);
    return !probe || probe.changed || probe.names_at !== held.names;
  }

  private async read({ viewer, query, scope, limit, binding }: Request): Promise<FoundPage> {
    const forReviewer = readsEverything(viewer);
    const shape = await this.shapes.choose(scope);
    const values = new Values();
    const below = query.before ? this.cursors.openBefore(binding, query.before) : undefined;
    const page = below?.page ?? query.page ?? 1;
    const skip = below ? 0 : (page - 1) * limit;
    const text = query.after
      ? freshStatement(
          scope,
          this.cursors.openAfter(binding, query.after),
          limit,
          forReviewer,
          values,
        )
      : pageStatement(shape, scope, { take: limit, skip, below }, forReviewer, values);
    const [[row], total] = await Promise.all([
      this.run<PageRow>(text, values),
      this.totals.of(scope, shape),
    ]);
    if (!row) throw new Error('A page without a row');
    return { row, page, total };
  }

  /** The rows are JSON already, so the rest is written round them. */
  private toJson({ limit, binding }: Request, { row, page, total }: FoundPage): string {
    const hasNext = row.found > limit;
    const last: Position | null = row.last && { at: new Date(row.last.at), id: row.last.id };
    const rest = {
      total: total.total,
      ...(total.isCapped && { total_is_capped: true }),
      pages: Math.ceil(total.total / limit),
      current_page: page,
      has_next: hasNext,
      has_prev: page > 1,
      next_cursor: hasNext && last ? this.cursors.before(binding, last, page + 1) : null,
      newest_cursor: this.cursors.after(binding, row.snapshot),
    };
    return `{"activities":${row.activities},${JSON.stringify(rest).slice(1)}`;
  }

  private run<T extends object>(text: string, values: Values): Promise<T[]> {
    return this.sql.rows<T>(statementName(text), text, values.list);
  }
}

/** Cursors survive a change of role, but not of the person or of what is asked for. */
function bindingOf(viewer: Viewer, query: FeedFilterQuery): string {
  const { user_id, entity_type, action, start_date, end_date, project_id } = query;
  const { entity_id, batch_id, q } = query;
  const sorted = [entity_type?.toSorted(), action?.toSorted()];
  const ids = [user_id, project_id, entity_id, batch_id];
  return fingerprint([viewer.id, ids, sorted, start_date, end_date, q]);
}

function refuseContradictions({ page, before, after }: ListActivitiesQuery, limit: number): void {
  if ([page, before, after].filter((way) => way !== undefined).length > 1) {
    throw new ProblemException('invalid-parameter', 'Use one of page, before and after');
  }
  if ((page ?? 1) * limit > MAX_PAGED_ROWS) {
    throw new ProblemException(
      'invalid-parameter',
      `page times limit must not exceed ${MAX_PAGED_ROWS}: go on with before=<next_cursor>`,
    );
  }
}

import { Injectable } from '@nestjs/common';
import {
  containing,
  nextDay,
  parseDay,
  ProblemException,
  readsEverything,
  Sql,
  startOfDay,
  type Viewer,
} from '@tidemark/api/platform';
import { ENTITY_TYPES } from '@tidemark/contracts';
import type { FeedScope, Visible } from './feed-scope';
import type { FeedFilterQuery } from './list-activities.query';
import { ProjectAccess } from './project-access';

const ACTORS = `
  SELECT id FROM "user" WHERE display_name ILIKE $1 OR username ILIKE $1 ORDER BY id LIMIT 200`;

/** Turns what was asked for into what is looked for, in the viewer's zone and within the viewer's rights. */
@Injectable()
export class FeedScopes {
  constructor(
    private readonly access: ProjectAccess,
    private readonly sql: Sql,
  ) {}

  /** @throws ProblemException forbidden for another person's `user_id`, not-found for a hidden project */
  async of(viewer: Viewer, query: FeedFilterQuery): Promise<FeedScope> {
    const visible = await this.visibleTo(viewer);
    if (visible !== 'everything') refuseForeign(visible, query);
    const { from, to } = range(query, viewer.timeZone);
    // Within one's own rows, or within one of one's projects, everything may be seen.
    const open = query.user_id !== undefined || query.project_id !== undefined;
    return {
      visible: open ? 'everything' : visible,
      userId: query.user_id,
      entityTypes: query.entity_type ?? (query.entity_id ? [...ENTITY_TYPES] : undefined),
      actions: query.action,
      from,
      to,
      projectId: query.project_id,
      entityId: query.entity_id,
      batchId: query.batch_id,
      search: query.q === undefined ? undefined : await this.search(query.q),
    };
  }

  /** The one predicate. */
  async visibleTo(viewer: Viewer): Promise<Visible> {
    if (readsEverything(viewer)) return 'everything';
    return { userId: viewer.id, projectIds: await this.access.projectsOf(viewer.id) };
  }

  private async search(text: string): Promise<FeedScope['search']> {
    const pattern = containing(text);
    const actors = await this.sql.rows<{ id: number }>('feed-actors', ACTORS, [pattern]);
    return { pattern, actorIds: actors.map(({ id }) => id) };
  }
}

function refuseForeign(visible: Exclude<Visible, 'everything'>, query: FeedFilterQuery): void {
  if (query.user_id !== undefined && query.user_id !== visible.userId) {
    throw new ProblemException(
      'forbidden',
      'Only administrators and auditors may ask for the activities of another person (user_id)',
    );
  }
  if (query.project_id !== undefined && !visible.projectIds.includes(query.project_id)) {
    throw new ProblemException('not-found', 'There is no such project among yours (project_id)');
  }
}

function range(query: FeedFilterQuery, zone: string): { from?: Date; to?: Date } {
  const { start_date: start, end_date: end } = query;
  const from = start === undefined ? undefined : instant(start, zone);
  const to =
    end === undefined ? undefined : parseDay(end) ? startOfDay(nextDay(end), zone) : after(end);
  if (from && to && from >= to) {
    throw new ProblemException('invalid-parameter', 'start_date must not lie after end_date');
  }
  return { from, to };
}

const instant = (text: string, zone: string) =>
  parseDay(text) ? startOfDay(text, zone) : new Date(text);
/** Both ends are inclusive; rows carry milliseconds. */
const after = (text: string) => new Date(new Date(text).getTime() + 1);

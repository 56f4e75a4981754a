import { Injectable } from '@nestjs/common';
import { Sql } from '@tidemark/api/platform';
import { Values } from './feed-conditions';
import { countStatement } from './feed-count';
import type { Shape } from './feed-keys';
import type { FeedScope } from './feed-scope';
import { statementName } from './statement-name';

/** A filter that finds fewer rows than this is walked as a whole. */
const RARE = 2_000;

/** Decides how a scope is read, so that it is fast for a busy administrator and a quiet member alike. */
@Injectable()
export class ShapeChooser {
  constructor(private readonly sql: Sql) {}

  async choose(scope: FeedScope): Promise<Shape> {
    if (scope.visible === 'everything') return several(scope) ? 'spread' : 'direct';
    if (!narrows(scope)) return 'member';
    return (await this.matches(scope)) < RARE ? 'rare' : 'member';
  }

  /** How many rows the filters find by themselves, up to the limit that matters. */
  private async matches(scope: FeedScope): Promise<number> {
    const values = new Values();
    const text = countStatement('direct', { ...scope, visible: 'everything' }, values, RARE);
    const [row] = await this.sql.rows<{ n: number }>(statementName(text), text, values.list);
    return row?.n ?? 0;
  }
}

const several = ({ entityTypes = [], actions = [] }: FeedScope) =>
  entityTypes.length > 1 || actions.length > 1;

const narrows = ({ entityTypes, actions, entityId, batchId, from, to, search }: FeedScope) =>
  Boolean(entityTypes ?? actions ?? entityId ?? batchId ?? from ?? to ?? search);

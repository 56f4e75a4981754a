import { Injectable } from '@nestjs/common';
import { Sql, type Viewer } from '@tidemark/api/platform';
import {
  type Action,
  ACTIVITY_CATALOGUE,
  type ActivityCatalogue,
  type CatalogueEntry,
  type EntityType,
} from '@tidemark/contracts';
import { Values } from '../feed/feed-conditions';
import { FeedScopes } from '../feed/feed-scopes';
import { statementName } from '../feed/statement-name';
import { type Kind, lastOfEachStatement } from './catalogue-statement';

type Last = Kind & Pick<CatalogueEntry, 'last_at' | 'last_id'>;

/** Says what is recorded, and when each of it last happened as far as the viewer may see it. */
@Injectable()
export class ActivityCatalogueService {
  constructor(
    private readonly scopes: FeedScopes,
    private readonly sql: Sql,
  ) {}

  async of(viewer: Viewer): Promise<ActivityCatalogue> {
    const visible = await this.scopes.visibleTo(viewer);
    const values = new Values();
    const text = lastOfEachStatement({ visible }, KINDS, values);
    const [row] = await this.sql.rows<{ lasts: Last[] }>(statementName(text), text, values.list);
    const lasts = new Map(row?.lasts.map((last) => [keyOf(last), last]));
    return { catalogue: KINDS.map((kind) => ({ ...kind, ...lastOf(lasts.get(keyOf(kind))) })) };
  }
}

const KINDS = Object.entries(ACTIVITY_CATALOGUE).flatMap(([entityType, actions]) =>
  Object.entries(actions).map(([action, descriptions]: [string, readonly string[]]) => ({
    entity_type: entityType as EntityType,
    action: action as Action,
    descriptions: [...descriptions],
  })),
);

const keyOf = ({ entity_type, action }: Kind) => `${entity_type} ${action}`;
const lastOf = (last: Last | undefined) => ({
  last_at: last?.last_at ?? null,
  last_id: last?.last_id ?? null,
});

import type { Action, EntityType } from '@tidemark/contracts';

/**
 * Which rows a viewer may see: all of them, or the own ones and those of the own projects. This is the one
 * predicate: list, count, statistics and everything that follows ask for it, at the moment they read.
 */
export type Visible = 'everything' | { userId: number; projectIds: number[] };

/** What to look for, among what may be seen. Ranges are half-open: from ≤ created_at < to. */
export interface FeedScope {
  visible: Visible;
  userId?: number;
  entityTypes?: EntityType[];
  actions?: Action[];
  from?: Date;
  to?: Date;
  projectId?: number;
  entityId?: number;
  batchId?: string;
  /** A text, or what people did whose names hold it. */
  search?: { pattern: string; actorIds: number[] };
  /** What any of these people did. */
  actorIds?: number[];
}

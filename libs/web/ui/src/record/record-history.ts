import { InjectionToken, type Type } from '@angular/core';
import type { EntityType } from '@tidemark/contracts';

/** Which history is shown, and how it stands. These are the inputs of what shows it. */
export interface RecordHistoryInputs {
  entityType: EntityType;
  entityId: number;
  /** "task", as sentences say it. */
  kind: string;
  /** Which of the record's histories, where it has several. */
  tab: string;
  /** The record is gone, or the viewer may not see it: the history stands alone and says so. */
  isMissing: boolean;
  /** Counts what the viewer changed on the page: then there is something new. */
  changes: number;
}

/**
 * Loads what shows the history of a record. The app binds it, because features know nothing of each other; a record page
 * without it has no history.
 */
export const RECORD_HISTORY = new InjectionToken<() => Promise<Type<unknown>>>('RECORD_HISTORY');

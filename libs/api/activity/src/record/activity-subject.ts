import type { Type } from '@nestjs/common';
import type { Action, EntityType, FieldChange, Json } from '@tidemark/contracts';
import type { FindOptionsRelations } from 'typeorm';
import { toJson } from './storable';

/** What is known of a change when it is put into words. */
export interface Described<E> {
  before: E | null;
  after: E | null;
  changes: readonly FieldChange[];
  /** What the handler added by `activity.annotate`. */
  notes: Record<string, Json>;
}

type Words<E> = (entity: E, change: Described<E>) => string;
type Extra<E> = (entity: E, change: Described<E>) => Record<string, Json | undefined>;

/** How one kind of entity appears in the feed. One per entity type, next to the entity. */
export interface ActivitySubject<E extends { id: number }> {
  entity: Type<E>;
  type: EntityType;
  /** The entity's name, stored with the row so that it reads well after the entity is gone. */
  name: Words<E>;
  /** The project whose members may see the activity; null for none. */
  projectId: (entity: E) => number | null;
  /** Allow-list of the fields that reach the trail. What is not on it never does, so secrets are out by construction. */
  audited: readonly (keyof E & string)[];
  /** Audited fields that members may not see: their changes are shown to administrators and auditors only. */
  confidential?: readonly (keyof E & string)[];
  /** Relations that names and descriptions speak of. */
  relations?: FindOptionsRelations<E>;
  /** The id the activity carries, for a row that belongs to another entity (a member to its project). */
  entityId?: (entity: E) => number;
  /** Descriptions by action; without one it is `Updated client "Acme"`. */
  describe?: Partial<Record<Action, Words<E>>>;
  /** Extra data by action. */
  extra?: Partial<Record<Action, Extra<E>>>;
  /** May turn an update into more telling activities, each with its own changes. Return [] to leave it as it is. */
  refine?: (change: Described<E>) => RefinedActivity[];
}

export interface RefinedActivity {
  action: Action;
  changes: FieldChange[];
}

export const defineSubject = <E extends { id: number }>(
  subject: ActivitySubject<E>,
): ActivitySubject<E> => subject;

const wireName = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The audited fields that differ, by their wire names. */
export function diff<E extends { id: number }>(
  subject: ActivitySubject<E>,
  before: E,
  after: E,
): FieldChange[] {
  return subject.audited.flatMap((field): FieldChange[] => {
    const [from, to] = [toJson(before[field]), toJson(after[field])];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    const confidential = subject.confidential?.includes(field) && { confidential: true as const };
    return [{ field: wireName(field), from, to, ...confidential }];
  });
}

import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Clock, RequestContext, Transactions } from '@tidemark/api/platform';
import type { Action, EntityType, FieldChange, Json } from '@tidemark/contracts';
import { ClsService } from 'nestjs-cls';
import type { ActivitySubject, Described } from './activity-subject';
import { describeActivity } from './describe-activity';
import { plainText, storableText, toJson } from './storable';

/** The call of the original. Everything about the caller defaults to the current request. */
export interface ActivityEntry {
  user_id?: number | null;
  action: Action;
  entity_type: EntityType;
  entity_id: number | null;
  entity_name: string;
  description: string;
  extra_data?: Record<string, Json | undefined>;
  changes?: readonly FieldChange[];
  project_id?: number | null;
  ip_address?: string | null;
  user_agent?: string | null;
  batch_id?: string | null;
}

export interface RecordOptions<E> {
  before?: E | null;
  /** Null when the entity is gone. */
  after?: E | null;
  changes?: readonly FieldChange[];
  /** Added to the extra data that the subject gives. */
  extra?: Record<string, Json | undefined>;
  batchId?: string;
}

const NOTES = 'activity-notes';

const INSERT = `
  INSERT INTO activity (created_at, user_id, source, action, entity_type, entity_id, project_id, entity_name,
    description, extra_data, changes, ip_address, user_agent, request_id, batch_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

/** The only writer of the trail. Everything it writes joins the transaction that is open. */
@Injectable()
export class ActivityService {
  constructor(
    private readonly transactions: Transactions,
    private readonly context: RequestContext,
    private readonly clock: Clock,
    private readonly cls: ClsService,
  ) {}

  /**
   * Records what happened to an entity that the calling module owns, in its words.
   * @param entity the row as it is now, or as it was last when it is gone, with the subject's relations
   */
  async record<E extends { id: number }>(
    subject: ActivitySubject<E>,
    action: Action,
    entity: E,
    { before = null, after = entity, changes = [], extra = {}, batchId }: RecordOptions<E> = {},
  ): Promise<void> {
    const notes = toJson({ ...this.notes, ...extra }) as Record<string, Json>;
    const change: Described<E> = { before, after, changes, notes };
    await this.log({
      action,
      changes,
      entity_type: subject.type,
      entity_id: subject.entityId?.(entity) ?? entity.id,
      entity_name: subject.name(entity, change),
      project_id: subject.projectId(entity),
      description: describeActivity(subject, action, entity, change),
      extra_data: { ...subject.extra?.[action]?.(entity, change), ...notes },
      batch_id: batchId ?? null,
    });
  }

  /** Records anything else: the call of the original. It cannot fail because of what the entry says. */
  async log(entry: ActivityEntry): Promise<void> {
    const caller = this.context.caller;
    const ip = entry.ip_address === undefined ? caller.ip : entry.ip_address;
    const agent = entry.user_agent === undefined ? caller.userAgent : entry.user_agent;
    await this.transactions.manager.query(INSERT, [
      this.clock.now(),
      entry.user_id === undefined ? caller.userId : entry.user_id,
      caller.source,
      entry.action,
      entry.entity_type,
      entry.entity_id,
      entry.project_id ?? null,
      storableText(entry.entity_name, 255),
      storableText(entry.description, 1_000),
      JSON.stringify(toJson(entry.extra_data ?? {})),
      JSON.stringify(toJson(entry.changes ?? [])),
      ip && isIP(ip) ? ip : null,
      agent === null ? null : plainText(agent, 512),
      caller.requestId,
      entry.batch_id ?? null,
    ]);
  }

  /** Adds extra data, such as a reason, to the activity that will be written for the row that is being changed. */
  annotate(extra: Record<string, Json | undefined>): void {
    this.cls.set(NOTES, { ...this.notes, ...extra });
  }

  /** Runs `work`, and gives what it annotated apart: the next row of the same request knows nothing of it. */
  async withOwnNotes<T>(
    work: () => Promise<T>,
  ): Promise<{ result: T; notes: Record<string, Json> }> {
    const outer = this.notes;
    try {
      const result = await work();
      return { result, notes: toJson(this.notes) as Record<string, Json> };
    } finally {
      this.cls.set(NOTES, outer);
    }
  }

  private get notes(): Record<string, Json | undefined> {
    return this.cls.isActive() ? (this.cls.get<Record<string, Json> | undefined>(NOTES) ?? {}) : {};
  }
}

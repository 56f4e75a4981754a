import { Component, computed, inject, input } from '@angular/core';
import type { ActivityFilter, EntityType } from '@tidemark/contracts';
import { ActivityApi, ActivityFeed } from '@tidemark/web/activity';
import { SessionStore } from '@tidemark/web/session';
import {
  EmptyState,
  ErrorState,
  loaded,
  type RecordHistoryInputs,
  Skeleton,
  StatusChip,
} from '@tidemark/web/ui';

/**
 * The history of one thing, as far as the viewer may see it. The trail outlives the things: of one that is gone it knows
 * the last name, and stands alone.
 */
@Component({
  selector: 'tm-record-history',
  imports: [ActivityFeed, EmptyState, ErrorState, Skeleton, StatusChip],
  templateUrl: './record-history.html',
  styleUrl: './record-history.css',
})
export class RecordHistory implements Record<keyof RecordHistoryInputs, unknown> {
  private readonly api = inject(ActivityApi);
  private readonly session = inject(SessionStore);

  readonly entityType = input.required<EntityType>();
  readonly entityId = input.required<number>();
  readonly kind = input.required<string>();
  readonly tab = input.required<string>();
  readonly isMissing = input.required<boolean>();
  readonly changes = input(0);

  /** What a person did has the person as the actor, and a project has all that happens in it, while it is there. */
  protected readonly filter = computed((): ActivityFilter => {
    const [id, type] = [this.entityId(), this.entityType()];
    if (type === 'user' && this.tab() === 'activity') return { user_id: id };
    if (type === 'project' && !this.isMissing()) return { project_id: id };
    return this.about();
  });
  protected readonly heading = computed(() => {
    if (this.entityType() !== 'user') return `Activity of this ${this.kind()}`;
    return this.tab() === 'activity' ? 'What this person did' : 'What was done to this account';
  });
  protected readonly last = loaded(
    // Of what cannot be an id nothing is known: the server would only complain about it.
    () => (this.isMissing() && isId(this.entityId()) ? this.about() : undefined),
    (filter) => this.api.list(filter, { limit: 1 }),
  );
  protected readonly lastActivity = computed(() => this.last.value()?.activities[0]);
  protected readonly isDeleted = computed(() => this.lastActivity()?.action === 'deleted');
  protected readonly emptyText = computed(() => {
    const role = this.session.me()?.role;
    return role === 'admin' || role === 'auditor'
      ? 'What happens to it from now on appears here.'
      : 'Only administrators and auditors see what others did here.';
  });

  private about(): ActivityFilter {
    return { entity_type: [this.entityType()], entity_id: this.entityId() };
  }
}

const LARGEST_ID = 2_147_483_647;
const isId = (id: number) => Number.isInteger(id) && id > 0 && id <= LARGEST_ID;

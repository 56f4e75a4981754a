import { DOCUMENT, Location } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ActivityView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { CopyButton, formatExact, Icon } from '@tidemark/web/ui';
import { Directory } from '../choices/directory';
import { signedHours, text } from '../describe/change-chips';
import { fieldLabel, fieldValue } from '../describe/field-value';
import { ENTITY_BADGES } from '../entity-badges';
import { writeFilter } from '../filter/filter-codec';

/** Everything that the trail knows of one activity. Where it came from is there for those who may know. */
@Component({
  selector: 'tm-activity-detail',
  imports: [CopyButton, Icon, RouterLink],
  templateUrl: './activity-detail.html',
  styleUrl: './activity-detail.css',
})
export class ActivityDetail {
  private readonly directory = inject(Directory);
  private readonly zone = inject(SessionStore).zone;
  private readonly router = inject(Router);
  private readonly paths = inject(Location);
  private readonly origin = inject(DOCUMENT).location.origin;

  readonly activity = input.required<ActivityView>();

  protected readonly exact = computed(() => formatExact(this.activity().created_at, this.zone()));

  protected readonly changes = computed(() =>
    this.activity().changes.map(({ field, from, to }) => ({
      label: fieldLabel(field),
      from: fieldValue(field, from, this.zone(), this.directory.nameOf),
      to: fieldValue(field, to, this.zone(), this.directory.nameOf),
    })),
  );

  protected readonly reason = computed(() => text(this.activity().extra_data['reason']));

  /** What the change did to hours and, for those who may know, to money. */
  protected readonly effect = computed(() => {
    const { delta_hours: hours, delta_amount: amount } = this.activity().extra_data;
    const money = text(amount);
    return [
      ...(typeof hours === 'number' && hours !== 0 ? [signedHours(hours)] : []),
      ...(money === null ? [] : [money.startsWith('-') ? `−${money.slice(1)}` : `+${money}`]),
    ].join(', ');
  });

  protected readonly typeName = computed(() =>
    ENTITY_BADGES[this.activity().entity_type].label.toLowerCase(),
  );

  /** Where the whole history of the thing is; none where the thing is not known. */
  protected readonly history = computed(() => {
    const { entity_type, entity_id } = this.activity();
    return entity_id === null ? null : writeFilter({ entity_type: [entity_type], entity_id });
  });

  /** A feed of exactly this moment of exactly this thing. */
  protected readonly link = computed(() => {
    const { created_at } = this.activity();
    const queryParams = { ...this.history(), start_date: created_at, end_date: created_at };
    const tree = this.router.createUrlTree(['/activity'], { queryParams });
    return this.origin + this.paths.prepareExternalUrl(this.router.serializeUrl(tree));
  });

  constructor() {
    this.directory.wantPeople();
  }
}

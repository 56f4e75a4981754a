import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActivityView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { CopyButton, formatExact, Icon } from '@tidemark/web/ui';
import { Directory } from '../choices/directory';
import { signedHours, text } from '../describe/change-chips';
import { fieldLabel, fieldValue } from '../describe/field-value';
import { ENTITY_BADGES, historyOf } from '../entity-badges';
import { EventLinks } from './event-links';
import { eventPlace } from './event-place';

/** Everything that the trail knows of one activity. Where it came from is there for those who may know. */
@Component({
  selector: 'tm-activity-detail',
  imports: [CopyButton, Icon, RouterLink],
  templateUrl: './activity-detail.html',
  styleUrl: './activity-detail.css',
})
export class ActivityDetail {
  private readonly directory = inject(Directory);
  private readonly session = inject(SessionStore);
  private readonly links = inject(EventLinks);
  private readonly zone = this.session.zone;

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

  protected readonly history = computed(() => {
    const viewer = this.session.me();
    return viewer && historyOf(this.activity(), viewer);
  });
  protected readonly event = eventPlace(this.activity);
  protected readonly link = computed(() => this.links.of(this.activity().id));
}

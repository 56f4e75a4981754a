import { booleanAttribute, Component, computed, inject, input, model } from '@angular/core';
import type { ActivityView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Icon, RelativeTime } from '@tidemark/web/ui';
import { Directory } from '../choices/directory';
import { describeActivity } from '../describe/describe-activity';
import { changeChips } from '../describe/change-chips';
import { ENTITY_BADGES } from '../entity-badges';
import { ActivityDetail } from './activity-detail';
import { ActivitySentence } from './activity-sentence';
import { ChangeChips } from './change-chips';
import { DeedBadge } from './deed-badge';
import { eventPlace } from './event-place';

/** One activity as a sentence: who did what to which thing, what changed, and when. The details open below it. */
@Component({
  selector: 'tm-activity-row',
  imports: [ActivityDetail, ActivitySentence, ChangeChips, DeedBadge, Icon, RelativeTime],
  templateUrl: './activity-row.html',
  styleUrl: './activity-row.css',
  host: { '[class.nested]': 'nested()' },
})
export class ActivityRow {
  private readonly directory = inject(Directory);
  private readonly session = inject(SessionStore);

  readonly activity = input.required<ActivityView>();
  /** The id of the sentence, for whatever is labelled by it. */
  readonly labelId = input.required<string>();
  /** The thing is known to be gone: its name is struck through and leads nowhere. */
  readonly isGone = input(false);
  /** Said after the sentence where the sentence does not say it. */
  readonly projectName = input<string>();
  /** Stands below the sentence of its group. */
  readonly nested = input(false, { transform: booleanAttribute });
  readonly isOpen = model(false);

  protected readonly event = eventPlace(this.activity);
  protected readonly told = computed(() => describeActivity(this.activity()));
  protected readonly change = computed(() =>
    changeChips(this.activity(), this.session.zone(), this.directory.nameOf),
  );

  protected readonly place = computed(() => {
    const viewer = this.session.me();
    const activity = this.activity();
    if (!viewer || this.isGone()) return null;
    return ENTITY_BADGES[activity.entity_type].route(activity, viewer);
  });

  protected readonly inProject = computed(() => {
    const name = this.projectName();
    const isSaid = this.told().phrases.some(
      ({ text }) => name !== undefined && text.includes(name),
    );
    return isSaid ? undefined : name;
  });
}

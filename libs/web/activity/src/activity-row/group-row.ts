import { Component, computed, input, output } from '@angular/core';
import { Icon, RelativeTime } from '@tidemark/web/ui';
import { countsOf, deedOf, groupWords, reasonOf } from '../groups/group-words';
import type { RowGroup } from '../groups/row-groups';
import { DeedBadge } from './deed-badge';
import { PersonName } from './person-name';

const NAMED = 3;

/** A burst as one sentence: "Ana updated 6 tasks in Apollo", with the names of some, and a way to all of them. */
@Component({
  selector: 'tm-group-row',
  imports: [DeedBadge, Icon, PersonName, RelativeTime],
  templateUrl: './group-row.html',
  styleUrls: ['./activity-row.css', './group-row.css'],
})
export class GroupRow {
  readonly group = input.required<RowGroup>();
  readonly labelId = input.required<string>();
  readonly isOpen = input(false);
  /** Of the project that all of them belong to. */
  readonly projectName = input<string>();
  readonly toggled = output();

  protected readonly first = computed(() => this.group()[0]);
  protected readonly words = computed(() => groupWords(this.group()));
  protected readonly deed = computed(() => deedOf(this.group()));
  protected readonly reason = computed(() => reasonOf(this.group()));
  protected readonly counts = computed(() => countsOf(this.group()));
  protected readonly show = computed(() => {
    const { all, loaded } = this.counts();
    return loaded < all ? `Show the ${loaded} loaded of ${all}` : `Show all ${all}`;
  });

  /** "Logo", "Rate limits", "API spec" and how many more; none where all have the same. */
  protected readonly names = computed(() => {
    const names = [...new Set(this.group().map(({ entity_name }) => entity_name))].filter(Boolean);
    if (names.length < 2) return null;
    const { all, loaded } = this.counts();
    const more = Math.max(0, names.length + all - loaded - NAMED);
    return { some: names.slice(0, NAMED), more };
  });
}

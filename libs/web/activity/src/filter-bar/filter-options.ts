import { computed, inject, Injectable } from '@angular/core';
import { ACTIONS, ENTITY_TYPES } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Directory } from '../choices/directory';
import { FilterChoices } from '../choices/filter-choices';
import { ACTION_BADGES, ENTITY_BADGES, seesEverything } from '../entity-badges';

/** What the viewer can filter by. */
@Injectable()
export class FilterOptions {
  private readonly session = inject(SessionStore);
  private readonly directory = inject(Directory);

  /** Who may see everybody may choose somebody. */
  readonly canChoosePeople = computed(() => {
    const viewer = this.session.me();
    return viewer !== null && seesEverything(viewer);
  });
  readonly types = computed(() =>
    ENTITY_TYPES.filter((type) => type !== 'user' || this.canChoosePeople()).map((value) => ({
      value,
      label: ENTITY_BADGES[value].plural,
      icon: ENTITY_BADGES[value].icon,
    })),
  );
  readonly actions = ACTIONS.map((value) => ({
    value,
    label: ACTION_BADGES[value].label,
    icon: ACTION_BADGES[value].icon,
  }));
  readonly people = inject(FilterChoices).people;
  readonly projects = inject(FilterChoices).projects;

  /** Loads the names that changes speak of by their ids. */
  load(): void {
    if (this.canChoosePeople()) this.directory.wantPeople();
  }
}

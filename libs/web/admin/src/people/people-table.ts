import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { UserView } from '@tidemark/contracts';
import {
  ariaSort,
  Avatar,
  HistoryLink,
  Icon,
  type MenuItem,
  MenuTrigger,
  RelativeTime,
  SortButton,
  StatusChip,
} from '@tidemark/web/ui';
import { statusOf } from './person-status';
import { ROLE_NAMES } from './role-names';

/** One row per person; who may change them finds the actions at its end. */
@Component({
  selector: 'tm-people-table',
  imports: [
    Avatar,
    HistoryLink,
    Icon,
    MenuTrigger,
    RelativeTime,
    RouterLink,
    SortButton,
    StatusChip,
  ],
  templateUrl: './people-table.html',
  styleUrl: './people-table.css',
})
export class PeopleTable {
  readonly people = input.required<UserView[]>();
  readonly sort = input.required<string>();
  readonly mayChange = input.required<boolean>();
  /** The viewer: nobody deactivates themselves. */
  readonly myId = input<number>();

  readonly sorted = output<string>();
  readonly edit = output<UserView>();
  readonly invite = output<UserView>();
  readonly deactivate = output<UserView>();
  readonly reactivate = output<UserView>();

  protected readonly ariaSort = ariaSort;
  protected readonly roles = ROLE_NAMES;
  protected readonly rows = computed(() =>
    this.people().map((person) => ({
      person,
      status: statusOf(person),
      actions: this.actions(person),
    })),
  );

  private actions(person: UserView): MenuItem[] {
    const link = person.is_invited ? 'New invitation link…' : 'Password link…';
    const invite: MenuItem = { label: link, icon: 'link', run: () => this.invite.emit(person) };
    return [
      { label: 'Edit…', icon: 'pen', run: () => this.edit.emit(person) },
      ...(person.is_active ? [invite] : []),
      ...(person.id === this.myId() ? [] : [this.access(person)]),
    ];
  }

  private access(person: UserView): MenuItem {
    return person.is_active
      ? {
          label: 'Deactivate…',
          icon: 'lock',
          divided: true,
          run: () => this.deactivate.emit(person),
        }
      : {
          label: 'Reactivate…',
          icon: 'restore',
          divided: true,
          run: () => this.reactivate.emit(person),
        };
  }
}

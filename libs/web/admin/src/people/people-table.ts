import { Component, computed, input, output } from '@angular/core';
import type { UserView } from '@tidemark/contracts';
import {
  ariaSort,
  Avatar,
  type ChipKind,
  Icon,
  type MenuItem,
  MenuTrigger,
  RelativeTime,
  SortButton,
  StatusChip,
} from '@tidemark/web/ui';
import { ROLE_NAMES } from './role-names';

/** One row per person; who may change them finds the actions at its end. */
@Component({
  selector: 'tm-people-table',
  imports: [Avatar, Icon, MenuTrigger, RelativeTime, SortButton, StatusChip],
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
      status: this.status(person),
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

  private status(person: UserView): { kind: ChipKind; label: string } {
    if (!person.is_active) return { kind: 'neutral', label: 'Deactivated' };
    return person.is_invited
      ? { kind: 'warn', label: 'Invited' }
      : { kind: 'good', label: 'Active' };
  }
}

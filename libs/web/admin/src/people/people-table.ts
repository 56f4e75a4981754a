import { Component, input, output } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { UserView } from '@tidemark/contracts';
import {
  ariaSort,
  Avatar,
  type ChipKind,
  Icon,
  RelativeTime,
  SortButton,
  StatusChip,
} from '@tidemark/web/ui';
import { ROLE_NAMES } from './role-names';

/** One row per person; who may change them finds the actions at its end. */
@Component({
  selector: 'tm-people-table',
  imports: [
    Avatar,
    Icon,
    MatDivider,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RelativeTime,
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

  protected state(person: UserView): { kind: ChipKind; label: string } {
    if (!person.is_active) return { kind: 'neutral', label: 'Deactivated' };
    return person.is_invited
      ? { kind: 'warn', label: 'Invited' }
      : { kind: 'good', label: 'Active' };
  }
}

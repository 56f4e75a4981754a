import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { UserView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  EmptyState,
  ErrorState,
  Icon,
  lastLoaded,
  PageHeader,
  Pager,
  Skeleton,
  toProblem,
} from '@tidemark/web/ui';
import { PeopleActions } from './people-actions';
import { PeopleApi } from './people-api';
import { PeopleFilters } from './people-filters';
import { type PeopleList, readAddress, toAddress, toQuery } from './people-query';
import { PeopleTable } from './people-table';

/** Everybody with an account, for administrators; auditors read it. The list lives in the address. */
@Component({
  selector: 'tm-people-page',
  imports: [EmptyState, ErrorState, Icon, PageHeader, Pager, PeopleFilters, PeopleTable, Skeleton],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
})
export class PeoplePage {
  private readonly router = inject(Router);
  protected readonly actions = inject(PeopleActions);
  private readonly me = inject(SessionStore).me;

  readonly q = input<string>();
  readonly role = input<string>();
  readonly show = input<string>();
  readonly sort = input<string>();
  readonly page = input<string>();

  protected readonly list = computed(() =>
    readAddress({
      q: this.q(),
      role: this.role(),
      show: this.show(),
      sort: this.sort(),
      page: this.page(),
    }),
  );
  protected readonly people = inject(PeopleApi).page(() => toQuery(this.list()));
  protected readonly loaded = lastLoaded(this.people);

  // Who may open this page is sent whole rows.
  protected readonly rows = computed(() => (this.loaded()?.users ?? []) as UserView[]);
  protected readonly problem = computed(() => {
    const error = this.people.error();
    return error && toProblem(error);
  });
  protected readonly mayChange = computed(() => this.me()?.role === 'admin');
  protected readonly myId = computed(() => this.me()?.id);
  protected readonly filtered = computed(() => {
    const { q, role, show } = this.list();
    return q !== '' || role !== '' || show !== 'active';
  });
  protected readonly count = computed(() => {
    const total = this.loaded()?.total;
    return total === undefined ? '' : `${total} ${total === 1 ? 'person' : 'people'}`;
  });

  protected change(part: Partial<PeopleList>): void {
    const list = { ...this.list(), page: 1, ...part };
    void this.router.navigate([], {
      queryParams: toAddress(list),
      queryParamsHandling: 'merge',
      replaceUrl: part.q !== undefined,
    });
  }

  protected clear(): void {
    this.change({ q: '', role: '', show: 'active' });
  }

  protected async after(action: Promise<boolean>): Promise<void> {
    if (await action) this.people.reload();
  }
}

import { Component, computed, inject } from '@angular/core';
import { ROLES, type UserView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { EmptyState, Icon, loaded, PageHeader } from '@tidemark/web/ui';
import {
  countOf,
  FilterBar,
  FilterSelect,
  keepToPages,
  Listing,
  SearchBox,
  urlQuery,
} from '@tidemark/web/ui/pages';
import { PeopleActions } from './people-actions';
import { PeopleApi } from './people-api';
import { PeopleTable } from './people-table';
import { ROLE_NAMES } from './role-names';

const FILTERS = ['role', 'show'] as const;
/** Those who can sign in are shown unless asked otherwise. */
const SHOWN = ['inactive', 'all'] as const;
const FIELDS = ['display_name', 'username', 'created_at', 'last_sign_in_at'] as const;
const SORTS = FIELDS.flatMap((field) => [field, `-${field}`] as const);

/** Everybody with an account, for administrators; auditors read it. */
@Component({
  selector: 'tm-people-page',
  imports: [EmptyState, FilterBar, FilterSelect, Icon, Listing, PageHeader, PeopleTable, SearchBox],
  templateUrl: './people-page.html',
  styles: `
    tm-listing {
      overflow: clip;
    }
  `,
  host: { class: 'page' },
})
export class PeoplePage {
  private readonly api = inject(PeopleApi);
  private readonly me = inject(SessionStore).me;
  protected readonly actions = inject(PeopleActions);
  protected readonly url = urlQuery();

  protected readonly roleOptions = ROLES.map((value) => ({
    value,
    label: ROLE_NAMES[value].label,
  }));
  protected readonly shownOptions = [
    { value: 'inactive', label: 'Deactivated' },
    { value: 'all', label: 'All' },
  ];
  protected readonly role = computed(() => this.url.oneOf('role', ROLES));
  protected readonly shown = computed(() => this.url.oneOf('show', SHOWN));
  protected readonly text = computed(() => this.url.text('q') ?? '');
  protected readonly sort = computed(() => this.url.oneOf('sort', SORTS) ?? 'display_name');
  protected readonly active = computed(
    () => [this.role(), this.shown()].filter((filter) => filter !== undefined).length,
  );
  protected readonly isFiltered = computed(() => this.active() > 0 || this.text() !== '');

  protected readonly loaded = loaded(
    () => ({
      q: this.text(),
      role: this.role(),
      is_active: this.shown() === 'all' ? undefined : this.shown() !== 'inactive',
      sort: this.sort(),
      page: this.url.page(),
    }),
    (query) => this.api.list(query),
  );
  // Who may open this page is sent whole rows.
  protected readonly rows = computed(() => (this.loaded.value()?.users ?? []) as UserView[]);
  protected readonly hint = computed(() => countOf(this.loaded.value()?.total, 'person', 'people'));
  protected readonly mayChange = computed(() => this.me()?.role === 'admin');
  protected readonly myId = computed(() => this.me()?.id);

  constructor() {
    keepToPages(this.url, this.loaded.value);
  }

  protected filter(name: string, value: string | undefined): void {
    this.url.set({ [name]: value }, { replace: name === 'q' });
  }

  protected clear(): void {
    this.url.clear(...FILTERS, 'q');
  }

  protected async after(action: Promise<boolean>): Promise<void> {
    if (await action) this.loaded.reload();
  }
}

import { Component, computed, inject, input, numberAttribute, signal } from '@angular/core';
import { SessionStore } from '@tidemark/web/session';
import { formatExact, formatLongDate, Icon, loaded, StatusChip } from '@tidemark/web/ui';
import { RecordPage } from '@tidemark/web/ui/pages';
import { PeopleActions } from './people-actions';
import { PeopleApi } from './people-api';
import { statusOf } from './person-status';
import { ROLE_NAMES } from './role-names';

/** One person for administrators and auditors: the account, what they did, and what was done to the account. */
@Component({
  selector: 'tm-person-page',
  imports: [Icon, RecordPage, StatusChip],
  templateUrl: './person-page.html',
  styleUrl: '../../../ui/src/record/facts.css',
  host: { class: 'page' },
})
export class PersonPage {
  private readonly api = inject(PeopleApi);
  private readonly session = inject(SessionStore);
  protected readonly actions = inject(PeopleActions);
  protected readonly changes = signal(0);

  /** From the route. */
  readonly id = input.required({ transform: numberAttribute });

  protected readonly list = { label: 'People', link: '/people' };
  protected readonly histories = [
    { name: 'activity', label: 'Activity' },
    { name: 'account', label: 'Account' },
  ];
  protected readonly loaded = loaded(
    () => ({ id: this.id(), version: this.changes() }),
    ({ id }) => this.api.get(id),
  );
  /** Not the one that was on screen before. */
  protected readonly person = computed(() => {
    const person = this.loaded.value();
    return person?.id === this.id() ? person : undefined;
  });
  protected readonly status = computed(() => {
    const person = this.person();
    return person && statusOf(person);
  });
  protected readonly role = computed(() => ROLE_NAMES[this.person()?.role ?? 'member']);
  protected readonly mayChange = computed(() => this.session.me()?.role === 'admin');
  protected readonly isMe = computed(() => this.session.me()?.id === this.id());
  protected readonly created = computed(() =>
    formatLongDate(this.person()?.created_at ?? 0, this.session.zone()),
  );

  protected exactly(instant: string): string {
    return formatExact(instant, this.session.zone());
  }

  protected async after(action: Promise<boolean>): Promise<void> {
    if (await action) this.changes.update((count) => count + 1);
  }
}

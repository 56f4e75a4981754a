import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TimeEntryQuery } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { addDays, type Day, dayIn, formatHours, Icon, Now, PageHeader } from '@tidemark/web/ui';
import { EVERYBODY, PersonChoices } from '../people/person-choices';
import { ProjectChoices } from '../projects/project-choices';
import { FilterBar, FilterPicker, FilterSelect, SearchBox, urlQuery } from '@tidemark/web/ui/pages';
import { Rights } from '../shared/rights';
import { EntryActions } from './entry-actions';
import { EntryList } from './entry-list';
import {
  daysOfRange,
  nameOfRange,
  rangeAround,
  TIME_VIEWS,
  type TimeView,
  toDay,
} from './time-range';

const BILLABLE = [
  { value: 'true', label: 'Billable' },
  { value: 'false', label: 'Not billable' },
] as const;
const FILTERS = ['project_id', 'billable', 'person'] as const;

/** A day or a week of tracked time, in the person's own zone: the own, or that of others for those who may see it. */
@Component({
  selector: 'tm-time-page',
  imports: [
    EntryList,
    FilterBar,
    FilterPicker,
    FilterSelect,
    Icon,
    PageHeader,
    RouterLink,
    SearchBox,
  ],
  templateUrl: './time-page.html',
  styleUrl: './time-page.css',
  host: { class: 'page' },
})
export class TimePage {
  private readonly session = inject(SessionStore);
  private readonly now = inject(Now);
  protected readonly url = urlQuery();
  protected readonly rights = inject(Rights);
  protected readonly actions = inject(EntryActions);
  protected readonly projects = inject(ProjectChoices);
  protected readonly people = inject(PersonChoices);

  protected readonly views = TIME_VIEWS;
  protected readonly billableOptions = BILLABLE;
  protected readonly today = computed(() => dayIn(this.session.zone(), this.now.everyMinute()));
  protected readonly view = computed(() => this.url.oneOf('view', TIME_VIEWS) ?? 'week');
  private readonly day = computed(() => toDay(this.url.text('day')) ?? this.today());
  private readonly range = computed(() =>
    rangeAround(this.day(), this.view(), this.session.me()?.week_start ?? 1),
  );
  protected readonly title = computed(() => nameOfRange(this.range(), this.today()));
  /** Where the title is a word: which days it stands for. */
  protected readonly days = computed(() => daysOfRange(this.range(), this.today()));
  protected readonly isNow = computed(
    () => this.range().first <= this.today() && this.today() <= this.range().last,
  );

  protected readonly projectId = computed(() => this.url.id('project_id'));
  protected readonly billable = computed(() => this.url.oneOf('billable', ['true', 'false']));
  private readonly onlyBillable = computed(() => {
    const billable = this.billable();
    return billable === undefined ? undefined : billable === 'true';
  });
  /** 0 stands for everybody. */
  protected readonly personId = computed(() =>
    this.url.text('person') === 'all' ? EVERYBODY.id : this.url.id('person'),
  );
  protected readonly text = computed(() => this.url.text('q') ?? '');
  protected readonly active = computed(
    () => FILTERS.filter((name) => this.url.text(name) !== undefined).length,
  );
  protected readonly query = computed<TimeEntryQuery>(() => ({
    start_date: this.range().first,
    end_date: this.range().last,
    project_id: this.projectId(),
    billable: this.onlyBillable(),
    user_id: this.personId() === EVERYBODY.id ? 'all' : this.personId(),
    q: this.text(),
    page: this.url.page(),
  }));
  /** Of the person's own time, where nothing is left out. */
  protected readonly emptyText = computed(() =>
    this.rights.canWork()
      ? 'What you track with the timer or add by hand appears here.'
      : 'Auditors track no time. Choose above whose to look at.',
  );
  protected readonly isPlain = computed(() => this.active() === 0 && !this.text());
  protected readonly hours = signal('');

  protected show(view: TimeView): void {
    this.url.set({ view: view === 'week' ? null : view });
  }

  protected step(direction: 1 | -1): void {
    this.go(addDays(this.day(), direction * (this.view() === 'week' ? 7 : 1)));
  }

  protected go(day: Day | undefined): void {
    this.url.set({ day: day === this.today() ? null : day });
  }

  protected filter(name: (typeof FILTERS)[number] | 'q', value: string | number | undefined): void {
    this.url.set({ [name]: value }, { replace: name === 'q' });
  }

  protected filterPerson(id: number | undefined): void {
    this.filter('person', id === EVERYBODY.id ? 'all' : id);
  }

  protected clear(): void {
    this.url.clear(...FILTERS, 'q');
  }

  protected add(): void {
    const project_id = this.projectId();
    void this.actions.add(this.view() === 'day' ? this.day() : undefined, { project_id });
  }

  protected totalled(seconds: number): void {
    this.hours.set(formatHours(seconds));
  }
}

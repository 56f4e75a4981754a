import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { REPORT_GROUPS, type ReportGroup, type TimeReportQuery } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import {
  dayIn,
  EmptyState,
  ErrorState,
  HoursPipe,
  Icon,
  loaded,
  type MenuItem,
  MenuTrigger,
  Now,
  PageHeader,
  Skeleton,
  Toast,
  toProblem,
} from '@tidemark/web/ui';
import { FilterBar, FilterPicker, FilterSelect, urlQuery } from '@tidemark/web/ui/pages';
import { firstValueFrom, map } from 'rxjs';
import { ClientChoices } from '../clients/client-choices';
import { PersonChoices } from '../people/person-choices';
import { ProjectChoices } from '../projects/project-choices';
import { Rights } from '../shared/rights';
import { WorkChanges } from '../shared/work-changes';
import { type DayRange, toDay } from '../time-entries/time-range';
import { chartBars, chartInWords, unitFor } from './chart-bars';
import { crumbsOf, viaOf } from './drill';
import { daysIn, MAX_DAYS, nameOf, namedRange, RANGES, stepped } from './report-range';
import { formatAmount, formatShare, GROUP_WORDS } from './report-words';
import { type ReportFile, ReportsApi } from './reports-api';
import { saveFile } from './save-file';
import { TimeChart } from './time-chart';
import { RangePicker } from './range-picker';
import { ReportTable } from './report-table';

const FILTERS = ['project_id', 'client_id', 'person', 'task_id', 'billable'] as const;
const BILLABLE = [
  { value: 'true', label: 'Billable' },
  { value: 'false', label: 'Not billable' },
] as const;
const BY_TIME: ReportGroup[] = ['day', 'week', 'month'];

/** What the time of some days adds up to. Days, grouping, filters and order all stand in the address. */
@Component({
  selector: 'tm-reports-page',
  imports: [
    EmptyState,
    ErrorState,
    FilterBar,
    FilterPicker,
    FilterSelect,
    HoursPipe,
    Icon,
    MenuTrigger,
    PageHeader,
    RangePicker,
    ReportTable,
    RouterLink,
    Skeleton,
    TimeChart,
  ],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.css',
  host: { class: 'page', '(window:beforeprint)': 'showAll.set(true)' },
})
export class ReportsPage {
  private readonly api = inject(ReportsApi);
  private readonly session = inject(SessionStore);
  private readonly now = inject(Now);
  private readonly changes = inject(WorkChanges);
  private readonly toast = inject(Toast);
  protected readonly url = urlQuery();
  protected readonly rights = inject(Rights);
  protected readonly projects = inject(ProjectChoices);
  protected readonly clients = inject(ClientChoices);
  protected readonly people = inject(PersonChoices);

  protected readonly billableOptions = BILLABLE;
  protected readonly words = GROUP_WORDS;
  protected readonly showAll = signal(false);
  /** Whoever sees the own time alone has one person to group by. */
  protected readonly groups = computed(() =>
    (Object.keys(GROUP_WORDS) as ReportGroup[]).filter(
      (group) => group !== 'person' || this.rights.canSeeOthersTime(),
    ),
  );
  private readonly today = computed(() => dayIn(this.session.zone(), this.now.everyMinute()));
  private readonly weekStart = computed(() => this.session.me()?.week_start ?? 1);
  protected readonly range = computed(() => this.rangeOfAddress());
  protected readonly rangeName = computed(() =>
    nameOf(this.range(), this.today(), this.weekStart()),
  );
  protected readonly group = computed(() => this.url.oneOf('group', REPORT_GROUPS) ?? 'project');
  protected readonly sort = computed(
    () => this.url.text('sort') ?? (BY_TIME.includes(this.group()) ? 'label' : '-seconds'),
  );
  protected readonly billable = computed(() => this.url.oneOf('billable', ['true', 'false']));
  protected readonly active = computed(
    () => FILTERS.filter((name) => this.url.text(name) !== undefined).length,
  );
  private readonly query = computed<TimeReportQuery>(() => ({
    group_by: this.group(),
    start_date: this.range().first,
    end_date: this.range().last,
    project_id: this.url.id('project_id'),
    client_id: this.url.id('client_id'),
    user_id: this.url.id('person'),
    task_id: this.url.id('task_id'),
    billable: this.billable() === undefined ? undefined : this.billable() === 'true',
    sort: this.url.text('sort'),
  }));

  /** With the query that it answers: while another one is on its way, that is not the one asked for. */
  protected readonly loaded = loaded(
    () => ({ query: this.query(), version: this.changes.count('time', 'projects', 'clients') }),
    ({ query }) => this.api.time(query).pipe(map((report) => ({ report, query }))),
  );
  protected readonly report = computed(() => this.loaded.value()?.report);
  protected readonly outdated = computed(() => {
    const shown = this.loaded.value();
    return shown !== undefined && shown.query !== this.query();
  });
  protected readonly via = computed(() =>
    viaOf(this.url.text('via'), (param) => this.url.text(param) !== undefined),
  );
  protected readonly crumbs = computed(() =>
    crumbsOf(this.via(), this.report()?.narrowed_to ?? {}),
  );
  /** For paper, where no picker says it. */
  protected readonly filtersInWords = computed(() => {
    const { project, client, person, task } = this.report()?.narrowed_to ?? {};
    const billable = BILLABLE.find(({ value }) => value === this.billable())?.label;
    return [client, project, task, person, billable].filter(Boolean).join(' · ');
  });
  protected readonly bars = computed(() => chartBars(this.report()?.days ?? [], this.weekStart()));
  protected readonly chartWords = computed(() =>
    chartInWords(this.bars(), unitFor(this.report()?.days.length ?? 0)),
  );
  /** What the amount leaves out. Who sees every rate knows that there is none. */
  protected readonly noRate = computed(() =>
    this.session.me()?.role === 'member'
      ? 'billable without a rate that you see'
      : 'billable without a rate',
  );
  protected readonly totals = computed(() => {
    const total = this.report()?.total;
    return {
      share: formatShare(total?.billable_share ?? 0),
      amount: total?.amount ? formatAmount(total.amount) : undefined,
      entries: (total?.entry_count ?? 0).toLocaleString('en-GB'),
    };
  });
  protected readonly downloads: readonly MenuItem[] = [
    { label: 'This report (CSV)', run: () => void this.download('time') },
    { label: 'Single entries (CSV)', run: () => void this.download('entries') },
  ];

  protected step(direction: 1 | -1): void {
    this.go(stepped(this.range(), direction));
  }

  /** Days that have a name keep it in the address, so that a bookmark shows the week of then. */
  protected go(range: DayRange): void {
    const name = nameOf(range, this.today(), this.weekStart());
    if (name) this.url.set({ range: name, from: null, to: null });
    else this.url.set({ range: null, from: range.first, to: range.last });
  }

  protected set(changes: Record<string, string | number | undefined>): void {
    this.showAll.set(false);
    this.url.set(changes);
  }

  protected clear(): void {
    this.url.clear(...FILTERS, 'via');
  }

  protected print(): void {
    window.print();
  }

  private async download(which: ReportFile): Promise<void> {
    try {
      saveFile(await firstValueFrom(this.api.file(which, this.query())));
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }

  private rangeOfAddress(): DayRange {
    const [first, last] = [toDay(this.url.text('from')), toDay(this.url.text('to'))];
    if (first && last && first <= last && daysIn({ first, last }) <= MAX_DAYS) {
      return { first, last };
    }
    const name = this.url.oneOf('range', RANGES) ?? 'this-week';
    return namedRange(name, this.today(), this.weekStart());
  }
}

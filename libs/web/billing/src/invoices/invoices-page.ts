import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { InvoiceStatus } from '@tidemark/contracts';
import { INVOICE_STATUSES } from '@tidemark/contracts';
import {
  ariaSort,
  EmptyState,
  Icon,
  loaded,
  PageHeader,
  SortButton,
  Tooltip,
} from '@tidemark/web/ui';
import {
  countOf,
  FilterBar,
  FilterPicker,
  FilterSelect,
  keepToPages,
  Listing,
  SearchBox,
  urlQuery,
} from '@tidemark/web/ui/pages';
import { BillingChanges } from '../shared/billing-changes';
import { BillingRights } from '../shared/billing-rights';
import { dueWords, isLate } from '../shared/days-late';
import { DatePipe } from '../shared/format-date';
import { MoneyPipe } from '../shared/format-money';
import { InvoiceChoices } from '../shared/invoice-choices';
import { InvoiceStatusChip, STATUS_LABELS } from '../shared/invoice-status-chip';
import { InvoicesApi } from './invoices-api';

/** What waits for payment, together. */
const OPEN: InvoiceStatus[] = ['sent', 'partially_paid', 'overdue'];
const SHOWN = ['open', ...INVOICE_STATUSES] as const;
const FIELDS = ['number', 'client_name', 'issue_date', 'due_date'] as const;
const SORTS = FIELDS.flatMap((field) => [field, `-${field}`] as const);

/** What clients were asked to pay. Administrators write invoices; auditors and leads read them. */
@Component({
  selector: 'tm-invoices-page',
  imports: [
    DatePipe,
    EmptyState,
    FilterBar,
    FilterPicker,
    FilterSelect,
    Icon,
    Listing,
    InvoiceStatusChip,
    MoneyPipe,
    PageHeader,
    RouterLink,
    SearchBox,
    SortButton,
    Tooltip,
  ],
  templateUrl: './invoices-page.html',
  styleUrls: ['../../../ui/src/lists/list-page.css', './invoices-page.css'],
  host: { class: 'page' },
})
export class InvoicesPage {
  private readonly api = inject(InvoicesApi);
  private readonly changes = inject(BillingChanges);
  protected readonly clients = inject(InvoiceChoices).clients;
  protected readonly rights = inject(BillingRights);
  protected readonly url = urlQuery();

  protected readonly ariaSort = ariaSort;
  protected readonly dueWords = dueWords;
  protected readonly isLate = isLate;
  protected readonly statusOptions = SHOWN.map((value) => ({
    value,
    label: value === 'open' ? 'Waiting for payment' : STATUS_LABELS[value],
  }));

  protected readonly status = computed(() => this.url.oneOf('status', SHOWN));
  protected readonly clientId = computed(() => this.url.id('client_id'));
  protected readonly entryId = computed(() => this.url.id('time_entry_id'));
  protected readonly text = computed(() => this.url.text('q') ?? '');
  protected readonly sort = computed(() => this.url.oneOf('sort', SORTS) ?? '-number');
  protected readonly active = computed(
    () => [this.status(), this.clientId(), this.entryId()].filter(Boolean).length,
  );
  protected readonly isFiltered = computed(() => this.active() > 0 || this.text() !== '');
  /** A new invoice for the client that is looked at. */
  protected readonly forClient = computed(() => {
    const client_id = this.clientId();
    return client_id ? { client_id } : {};
  });

  protected readonly loaded = loaded(
    () => ({
      query: {
        q: this.text(),
        status: this.status() === 'open' ? OPEN.join() : this.status(),
        client_id: this.clientId(),
        time_entry_id: this.entryId(),
        sort: this.sort(),
        page: this.url.page(),
      },
      version: this.changes.count(),
    }),
    ({ query }) => this.api.list(query),
  );
  protected readonly hint = computed(() => countOf(this.loaded.value()?.total, 'invoice'));

  constructor() {
    keepToPages(this.url, this.loaded.value);
  }

  protected filter(name: string, value: string | number | undefined): void {
    this.url.set({ [name]: value }, { replace: name === 'q' });
  }

  protected clear(): void {
    this.url.clear('status', 'client_id', 'time_entry_id', 'q');
  }
}

import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  dayIn,
  EmptyState,
  ErrorState,
  formatDay,
  Icon,
  loaded,
  Now,
  PageHeader,
  Pager,
  RelativeTime,
  Skeleton,
} from '@tidemark/web/ui';
import { keepToPages, urlQuery } from '@tidemark/web/ui/pages';
import type { MailView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { InvoicesApi } from '../invoices/invoices-api';
import { Downloads } from '../shared/downloads';
import { MailboxApi } from './mailbox-api';

/** Mail that was kept because there is no mail server: to be read, and handed over by other means. */
@Component({
  selector: 'tm-mailbox-page',
  imports: [EmptyState, ErrorState, Icon, PageHeader, Pager, RelativeTime, RouterLink, Skeleton],
  templateUrl: './mailbox-page.html',
  styleUrl: './mailbox-page.css',
  host: { class: 'page' },
})
export class MailboxPage {
  private readonly api = inject(MailboxApi);
  private readonly invoices = inject(InvoicesApi);
  private readonly now = inject(Now);
  private readonly session = inject(SessionStore);
  private readonly downloads = inject(Downloads);
  protected readonly url = urlQuery();

  protected readonly openId = computed(() => this.url.id('mail'));
  protected readonly loaded = loaded(
    () => ({ page: this.url.page() }),
    (query) => this.api.list(query),
  );
  private readonly asked = loaded(this.openId, (id) => this.api.get(id));
  protected readonly problem = this.asked.problem;
  /** Not the one that was open before. */
  protected readonly open = computed(() => {
    const id = this.openId();
    const listed = this.loaded.value()?.mails.find((mail) => mail.id === id);
    const asked = this.asked.value();
    return listed ?? (asked?.id === id ? asked : undefined);
  });
  private readonly options = loaded(
    () => ({}),
    () => this.invoices.options(),
  );
  protected readonly hasServer = computed(() => this.options.value()?.delivery === 'smtp');
  protected readonly hint = computed(() => {
    const total = this.loaded.value()?.total;
    if (!total) return '';
    return total === 1 ? '1 mail' : `${total.toLocaleString('en-GB')} mails`;
  });

  constructor() {
    keepToPages(this.url, this.loaded.value);
  }

  protected dayOf({ created_at }: MailView): string {
    const zone = this.session.zone();
    return formatDay(dayIn(zone, created_at), dayIn(zone, this.now.everyMinute()));
  }

  protected sizeOf(bytes: number): string {
    return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-GB')} kB`;
  }

  protected download(id: number, name: string): void {
    void this.downloads.save(`/api/mailbox/${id}/attachment`, name);
  }
}

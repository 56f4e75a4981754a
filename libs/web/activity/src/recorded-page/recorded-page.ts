import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '@tidemark/web/session';
import {
  EmptyState,
  ErrorState,
  Icon,
  loaded,
  PageHeader,
  RelativeTime,
  Skeleton,
} from '@tidemark/web/ui';
import { SearchBox, urlQuery } from '@tidemark/web/ui/pages';
import { ActivityApi } from '../activity-api';
import { DeedBadge } from '../activity-row/deed-badge';
import { seesEverything } from '../entity-badges';
import { recordedKinds } from './recorded-kinds';

/** Everything that the trail records, how it tells it, and when each of it last happened. */
@Component({
  selector: 'tm-recorded-page',
  imports: [
    DeedBadge,
    EmptyState,
    ErrorState,
    Icon,
    PageHeader,
    RelativeTime,
    RouterLink,
    SearchBox,
    Skeleton,
  ],
  templateUrl: './recorded-page.html',
  styleUrl: './recorded-page.css',
  host: { class: 'page' },
})
export class RecordedPage {
  private readonly api = inject(ActivityApi);
  private readonly session = inject(SessionStore);
  protected readonly url = urlQuery();

  protected readonly loaded = loaded(
    () => ({}),
    () => this.api.catalogue(),
  );
  protected readonly text = computed(() => this.url.text('q') ?? '');
  protected readonly kinds = computed(() =>
    recordedKinds(this.loaded.value()?.catalogue ?? [], this.text()),
  );
  protected readonly hint = computed(() => {
    const all = this.loaded.value()?.catalogue;
    return all ? `${all.length} kinds of activity` : '';
  });
  protected readonly seesEverything = computed(() => {
    const viewer = this.session.me();
    return viewer !== null && viewer !== undefined && seesEverything(viewer);
  });

  protected search(q: string): void {
    this.url.set({ q }, { replace: true });
  }
}

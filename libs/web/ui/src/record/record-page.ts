import { NgComponentOutlet, NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  type TemplateRef,
} from '@angular/core';
import { MatTabsModule } from '@angular/material/tabs';
import { RouterLink } from '@angular/router';
import type { EntityType } from '@tidemark/contracts';
import { codeOf } from '../feedback/problem';
import { ErrorState } from '../feedback/error-state';
import { Skeleton } from '../feedback/skeleton';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { PageTitle } from '../layout/page-title';
import type { Loaded } from '../lists/loaded';
import { urlQuery } from '../lists/url-query';
import { RECORD_HISTORY, type RecordHistoryInputs } from './record-history';

export interface RecordTab {
  /** As the address says it. */
  name: string;
  label: string;
}

const DETAILS: RecordTab = { name: 'details', label: 'Details' };
const ACTIVITY: RecordTab = { name: 'activity', label: 'Activity' };
const MISSING = new Set(['not-found', 'forbidden', 'invalid-parameter', 'validation-failed']);

/**
 * The page of one thing: its name, its details, and its history on a tab in the address. The history outlives the thing:
 * where there is none to show it stands alone. Actions are projected beside the name, and in slots what stands before it
 * instead of the icon (`mark`), its state (`state`) and what is to be known before anything else (`notice`). Where the
 * actions are a few icons, `class="compact"` keeps them beside the name on a phone; what is a `document` has its title
 * on the paper that is printed.
 */
@Component({
  selector: 'tm-record-page',
  imports: [
    ErrorState,
    Icon,
    MatTabsModule,
    NgComponentOutlet,
    NgTemplateOutlet,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './record-page.html',
  styleUrl: './record-page.css',
})
export class RecordPage {
  private readonly loadHistory = inject(RECORD_HISTORY, { optional: true });
  private readonly url = urlQuery();
  private readonly title = inject(PageTitle);

  readonly entityType = input.required<EntityType>();
  readonly entityId = input.required<number>();
  /** "task", as sentences say it. */
  readonly kind = input.required<string>();
  readonly icon = input.required<IconName>();
  /** The list that it is in. */
  readonly list = input.required<{ label: string; link: string }>();
  readonly loaded = input.required<Loaded<unknown>>();
  /** What it is called; empty while it is not there. */
  readonly name = input.required<string>();
  readonly hint = input('');
  /** Shows one of the `tabs`, whose name it is given. */
  readonly details = input.required<TemplateRef<{ $implicit: string }>>();
  /** Tabs of the thing itself; the address of the first names none. */
  readonly tabs = input<readonly RecordTab[]>([DETAILS]);
  /** Tabs of the history. */
  readonly histories = input<readonly RecordTab[]>([ACTIVITY]);
  /** Counts what the viewer changed here, so that the history follows. */
  readonly changes = input(0);

  /** What shows the history, once it is loaded; nothing while nobody has bound it. */
  protected readonly history = resource({
    loader: () => this.loadHistory?.() ?? Promise.resolve(null),
  });
  private readonly shownHistories = computed(() => (this.loadHistory ? this.histories() : []));
  protected readonly allTabs = computed(() => [...this.tabs(), ...this.shownHistories()]);
  protected readonly tab = computed(() => {
    const asked = this.url.text('tab');
    const [first] = this.allTabs();
    return this.allTabs().find(({ name }) => name === asked)?.name ?? first?.name ?? '';
  });
  protected readonly isHistory = computed(() =>
    this.shownHistories().some(({ name }) => name === this.tab()),
  );
  protected readonly isMissing = computed(() => {
    const problem = this.loaded().problem();
    return problem !== undefined && MISSING.has(codeOf(problem));
  });
  protected readonly inputs = computed((): RecordHistoryInputs & Record<string, unknown> => ({
    entityType: this.entityType(),
    entityId: this.entityId(),
    kind: this.kind(),
    tab: this.isHistory() ? this.tab() : ACTIVITY.name,
    isMissing: this.isMissing(),
    changes: this.changes(),
  }));

  constructor() {
    effect(() => {
      if (this.name()) this.title.name.set(this.name());
    });
  }
}

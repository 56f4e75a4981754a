import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import type { ActivityView } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { type Day, dayIn, formatDay, Now } from '@tidemark/web/ui';
import { ActivityRow } from '../activity-row/activity-row';
import { GroupRow } from '../activity-row/group-row';
import { Directory } from '../choices/directory';
import { thingOf } from '../groups/batches';
import { type DayItems, feedItems, type FeedItem, goneThings } from '../groups/feed-items';
import { projectOf } from '../groups/group-words';
import { feedDays } from '../groups/row-groups';
import { focusOutside } from './focus-outside';

let made = 0;

/**
 * The rows under their days, as a feed in the sense of WAI-ARIA: each one an article that can be focused,
 * PageUp and PageDown between them, Ctrl+Home and Ctrl+End out of them.
 */
@Component({
  selector: 'tm-feed-rows',
  imports: [ActivityRow, GroupRow],
  templateUrl: './feed-rows.html',
  styleUrl: './feed-rows.css',
})
export class FeedRows {
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly directory = inject(Directory);
  private readonly session = inject(SessionStore);
  private readonly now = inject(Now);

  readonly activities = input.required<readonly ActivityView[]>();
  readonly hasMore = input(false);
  readonly isBusy = input(false);
  readonly labelledBy = input.required<string>();
  /** The reader wants to go on below the last row. */
  readonly endReached = output();

  protected readonly id = `tm-feed-${++made}`;
  private readonly opened = signal<ReadonlySet<number>>(new Set());
  private readonly gone = computed(() => goneThings(this.activities()));
  private readonly today = computed(() => dayIn(this.session.zone(), this.now.everyMinute()));

  protected readonly days = computed(() =>
    feedItems(feedDays(this.activities(), this.session.zone(), this.hasMore()), this.opened()),
  );

  /** Moves the focus to the next (1) or previous (-1) article; into the feed, to the first. */
  step(by: 1 | -1): void {
    const articles = this.articles();
    const at = articles.findIndex((one) => one.contains(document.activeElement));
    const next = at < 0 ? articles[0] : articles[at + by];
    if (next) next.focus();
    else if (by === 1) this.endReached.emit();
  }

  focusFirst(): void {
    this.articles()[0]?.focus({ preventScroll: true });
  }

  protected dayName(day: Day): string {
    return formatDay(day, this.today());
  }

  /** "12", and "10+" while more of that day may follow. */
  protected dayCount({ count, isOpen }: DayItems): string {
    return isOpen ? `${count}+` : `${count}`;
  }

  protected isGone(activity: ActivityView): boolean {
    return this.gone().has(thingOf(activity));
  }

  /** Of the project that all rows of the article belong to. */
  protected projectName({ activity, group, isNested }: FeedItem): string | undefined {
    const project = isNested ? null : projectOf(activity ? [activity] : group);
    return project === null ? undefined : this.directory.nameOf('project_id', project);
  }

  protected toggle({ group, isOpen }: FeedItem): void {
    const opened = new Set(this.opened());
    for (const { id } of group) {
      if (isOpen) opened.delete(id);
      else opened.add(id);
    }
    this.opened.set(opened);
  }

  protected handleKey(event: KeyboardEvent): void {
    const key = `${event.ctrlKey ? 'Ctrl+' : ''}${event.key}`;
    if (key === 'PageDown') this.step(1);
    else if (key === 'PageUp') this.step(-1);
    else if (key === 'Ctrl+Home') focusOutside(this.element, 'before');
    else if (key === 'Ctrl+End') focusOutside(this.element, 'after');
    else if (key !== 'Enter' || !this.open(event.target)) return;
    event.preventDefault();
  }

  /** Opens what the focused article is about; without a place to go, its details. */
  private open(target: EventTarget | null): boolean {
    if (!(target instanceof HTMLElement) || target.localName !== 'article') return false;
    target.querySelector<HTMLElement>('a.thing, button[aria-expanded]')?.click();
    return true;
  }

  private articles(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('article')];
  }
}

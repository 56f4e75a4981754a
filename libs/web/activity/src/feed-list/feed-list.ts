import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  injectAsync,
  Injector,
  input,
  output,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import {
  EmptyState,
  ErrorState,
  Hotkeys,
  Icon,
  isAtTop,
  resting,
  Skeleton,
} from '@tidemark/web/ui';
import { announcements } from '../stream/announcements';
import { FeedRows } from './feed-rows';
import { FeedStore } from './feed-store';
import { OlderButton } from './older-button';

/** The list of a feed in all its states. The component around it provides the `FeedStore` and the heading. */
@Component({
  selector: 'tm-feed-list',
  imports: [EmptyState, ErrorState, FeedRows, Icon, OlderButton, Skeleton],
  templateUrl: './feed-list.html',
  styleUrls: ['./feed-list.css', '../../../ui/src/lists/news.css'],
})
export class FeedList {
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly announcer = injectAsync(() =>
    import('@angular/cdk/a11y').then((module) => module.LiveAnnouncer),
  );
  private readonly destroyRef = inject(DestroyRef);
  private readonly injector = inject(Injector);
  protected readonly store = inject(FeedStore);

  /** The id of the heading. */
  readonly labelledBy = input.required<string>();
  /** Something is filtered by: an empty list then says so, and offers to clear it. */
  readonly isFiltered = input(false);
  /** Why there may be nothing to see; the usual words without. */
  readonly emptyText = input('');
  readonly skeletonRows = input(6);
  readonly cleared = output();

  private readonly rows = viewChild(FeedRows);
  protected readonly feed = this.store.feed;

  protected readonly news = computed(() => {
    const { isOutrun, pending } = this.feed();
    if (isOutrun) return 'Many new activities';
    return pending.length === 1 ? '1 new activity' : `${pending.length} new activities`;
  });
  protected readonly hasNews = computed(
    () => this.feed().isOutrun || this.feed().pending.length > 0,
  );

  constructor() {
    const hotkeys = inject(Hotkeys);
    hotkeys.register({ key: 'j', label: 'Next activity', run: () => this.step(1) });
    hotkeys.register({ key: 'k', label: 'Previous activity', run: () => this.step(-1) });
    afterNextRender(() => {
      resting(this.element, toObservable(this.feed, { injector: this.injector }))
        .pipe(takeUntilDestroyed(this.destroyRef))
        .subscribe((isResting) => this.store.rest(isResting));
    });
    announcements(toObservable(computed(() => this.feed().arrived)))
      .pipe(takeUntilDestroyed())
      .subscribe((text) => void this.announce(text));
  }

  private async announce(text: string): Promise<void> {
    await (await this.announcer()).announce(text, 'polite');
  }

  /** Looks for something newer; at the top of the list it is shown at once. */
  refresh(): void {
    this.store.refresh(isAtTop(this.element));
  }

  /** Shows what waits, from the top. Whoever works by keyboard goes on there. */
  protected showNews({ detail }: MouseEvent): void {
    const isByKeyboard = detail === 0;
    this.store.showPending();
    afterNextRender(
      () => {
        // In the next frame: in this one the browser still holds the old rows in place while new ones come above them.
        requestAnimationFrame(() => this.scrollToTop());
        if (isByKeyboard) this.rows()?.focusFirst();
      },
      { injector: this.injector },
    );
  }

  /** Moves the focus to the next (1) or previous (-1) activity. */
  private step(by: 1 | -1): void {
    this.rows()?.step(by);
  }

  private scrollToTop(): void {
    this.element.scrollTop = 0;
    if (!isAtTop(this.element)) this.element.scrollIntoView({ block: 'start' });
  }
}

import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  injectAsync,
  Injector,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import type { CommentPage, CommentView } from '@tidemark/contracts';
import {
  EmptyState,
  ErrorState,
  Icon,
  isAtTop,
  loaded,
  Pager,
  resting,
  Skeleton,
} from '@tidemark/web/ui';
import { type Subscription, tap } from 'rxjs';
import { CommentDrafts } from './comment-drafts';
import { CommentEditor } from './comment-editor';
import { CommentItem } from './comment-item';
import { commentNews } from './comment-news';
import { type CommentedThing, CommentsApi } from './comments-api';
import { sending } from './sending';

const SHOWN = 20;

/** What people say about a project or a task, the latest first, and where to say something. */
@Component({
  selector: 'tm-comments',
  imports: [CommentEditor, CommentItem, EmptyState, ErrorState, Icon, Pager, Skeleton],
  templateUrl: './comments.html',
  styleUrls: ['./comments.css', '../../../ui/src/lists/news.css'],
  // Takes the focus from a comment that is gone.
  host: { tabindex: '-1' },
})
export class Comments {
  private readonly api = inject(CommentsApi);
  private readonly drafts = inject(CommentDrafts);
  private readonly injector = inject(Injector);
  private readonly announcer = injectAsync(() =>
    import('@angular/cdk/a11y').then((module) => module.LiveAnnouncer),
  );
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly thing = input.required<CommentedThing>();
  readonly projectId = input.required<number>();
  readonly canComment = input(false, { transform: booleanAttribute });

  private readonly composer = viewChild<CommentEditor>('composer');
  private readonly listed = viewChild.required<ElementRef<HTMLElement>>('listed');
  protected readonly page = linkedSignal({ source: this.thing, computation: () => 1 });
  protected readonly loaded = loaded(
    () => ({ thing: this.thing(), page: this.page() }),
    ({ thing, page }) => this.list(thing, page),
  );
  protected readonly draft = linkedSignal(() => this.drafts.of(this.thing()));
  protected readonly about = computed(() =>
    this.thing().kind === 'tasks' ? 'this task' : 'this project',
  );
  protected readonly sending = sending();

  /** Those that are being edited here: they stay, even when somebody deletes them. */
  private readonly edited = linkedSignal<unknown, readonly CommentView[]>({
    source: () => ({ thing: this.thing(), page: this.page() }),
    computation: () => [],
  });
  protected readonly gone = computed(() => {
    const there = new Set(this.loaded.value()?.comments.map(({ id }) => id));
    return this.edited().filter(({ id }) => !there.has(id));
  });
  protected readonly comments = computed(() =>
    [...(this.loaded.value()?.comments ?? []), ...this.gone()].sort(byNewest),
  );

  private readonly news = commentNews({
    thing: this.thing,
    projectId: this.projectId,
    list: this.loaded.value,
  });
  /** The reader asked for the list that is loaded next. */
  private isWanted = false;
  /** Nobody is reading the list, so that it may move. */
  private readonly isResting = signal(true);
  /** "2 new comments" of others, which wait until they disturb nobody. */
  protected readonly waiting = computed(() => {
    const missed = this.news.missed();
    const said = missed.filter(({ action }) => action === 'commented').length;
    if (said === 0) return missed.length > 0 ? 'Comments have changed' : '';
    return said === 1 ? '1 new comment' : `${said} new comments`;
  });

  constructor() {
    // The only comment of the last page may be deleted.
    effect(() => {
      const list = this.loaded.value();
      const isBeyond = list && list.current_page > Math.max(1, list.pages);
      if (isBeyond && list.current_page === untracked(this.page)) {
        this.page.set(Math.max(1, list.pages));
      }
    });
    effect(() => {
      const mayMove = this.isResting() && this.edited().length === 0 && this.page() === 1;
      if (this.news.missed().length === 0 || !mayMove || untracked(this.loaded.loading)) return;
      this.loaded.reload();
    });
    effect(() => {
      const text = this.waiting();
      if (text) void this.announce(text);
    });
    afterNextRender(() => this.watch());
  }

  protected keepDraft(text: string): void {
    this.draft.set(text);
    this.drafts.keep(this.thing(), text);
  }

  protected async add(body: string): Promise<void> {
    const thing = this.thing();
    const said = await this.sending.send(() => this.api.add(thing, body));
    if (!said) return;
    this.drafts.keep(thing, '');
    if (thing !== this.thing()) return;
    this.draft.set('');
    this.page.set(1);
    this.change(({ current_page, comments }) =>
      current_page === 1 ? [said, ...comments.filter(({ id }) => id !== said.id)] : comments,
    );
    this.composer()?.focus();
  }

  protected replace(saved: CommentView): void {
    this.change(({ comments }) => comments.map((one) => (one.id === saved.id ? saved : one)));
  }

  protected drop(id: number): void {
    this.change(({ comments }) => comments.filter((one) => one.id !== id));
    this.host.focus();
  }

  protected edit(comment: CommentView, isEdited: boolean): void {
    const others = this.edited().filter(({ id }) => id !== comment.id);
    this.edited.set(isEdited ? [...others, comment] : others);
  }

  /** What waits, from the top. */
  protected show(): void {
    this.isWanted = true;
    const isNew = this.news.missed().some(({ action }) => action === 'commented');
    if (isNew && this.page() > 1) this.page.set(1);
    else this.loaded.reload();
    this.host.focus({ preventScroll: true });
  }

  private async announce(text: string): Promise<void> {
    await (await this.announcer()).announce(text, 'polite');
  }

  private list(thing: CommentedThing, page: number) {
    const answered = untracked(() => this.news.asked());
    const isWanted = this.isWanted;
    this.isWanted = false;
    return this.api.list(thing, { sort: '-created_at', limit: SHOWN, page }).pipe(
      tap(() => {
        answered();
        if (isWanted) this.goToTop();
      }),
    );
  }

  private goToTop(): void {
    const list = this.listed().nativeElement;
    const go = () => !isAtTop(list) && list.scrollIntoView({ block: 'start' });
    // In the frame after: in this one the browser still holds the old comments in place while new ones come above them.
    afterNextRender(() => requestAnimationFrame(go), { injector: this.injector });
  }

  private watch(): Subscription {
    const changes = toObservable(this.comments, { injector: this.injector });
    return resting(this.listed().nativeElement, changes).subscribe((is) => this.isResting.set(is));
  }

  /** Shows at once what the server has confirmed, and asks for the rest. */
  private change(by: (list: CommentPage) => CommentView[]): void {
    this.loaded.value.update((list) => list && { ...list, comments: by(list) });
    this.loaded.reload();
  }
}

function byNewest(one: CommentView, other: CommentView): number {
  return other.created_at.localeCompare(one.created_at) || other.id - one.id;
}

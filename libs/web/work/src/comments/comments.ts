import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { CommentPage, CommentView } from '@tidemark/contracts';
import {
  Avatar,
  ConfirmDialog,
  EmptyState,
  ErrorState,
  Icon,
  loaded,
  type MenuItem,
  MenuTrigger,
  Pager,
  RelativeTime,
  Skeleton,
  Toast,
  toProblem,
} from '@tidemark/web/ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { CommentBody } from './comment-body';
import { CommentDrafts } from './comment-drafts';
import { CommentEditor } from './comment-editor';
import { type CommentedThing, CommentsApi } from './comments-api';

const SHOWN = 20;

/** What people say about a project or a task, the latest first, and where to say something. */
@Component({
  selector: 'tm-comments',
  imports: [
    Avatar,
    CommentBody,
    CommentEditor,
    EmptyState,
    ErrorState,
    Icon,
    MenuTrigger,
    Pager,
    RelativeTime,
    Skeleton,
  ],
  templateUrl: './comments.html',
  styleUrl: './comments.css',
  // Takes the focus from a comment that is gone.
  host: { tabindex: '-1' },
})
export class Comments {
  private readonly api = inject(CommentsApi);
  private readonly confirm = inject(ConfirmDialog);
  private readonly drafts = inject(CommentDrafts);
  private readonly toast = inject(Toast);
  private readonly injector = inject(Injector);
  private readonly host: HTMLElement = inject(ElementRef).nativeElement;

  readonly thing = input.required<CommentedThing>();
  readonly projectId = input.required<number>();
  readonly canComment = input(false, { transform: booleanAttribute });

  private readonly composer = viewChild<CommentEditor>('composer');
  protected readonly page = linkedSignal({ source: this.thing, computation: () => 1 });
  protected readonly loaded = loaded(
    () => ({ thing: this.thing(), page: this.page() }),
    ({ thing, page }) => this.api.list(thing, { sort: '-created_at', limit: SHOWN, page }),
  );
  protected readonly draft = linkedSignal(() => this.drafts.of(this.thing()));
  protected readonly about = computed(() =>
    this.thing().kind === 'tasks' ? 'this task' : 'this project',
  );

  /** The comment that is being edited, and its new text. */
  protected readonly editing = signal<number | undefined>(undefined);
  protected readonly edited = signal('');
  protected readonly busy = signal(false);
  /** Why what was typed was not taken. */
  protected readonly problem = signal<string | undefined>(undefined);

  constructor() {
    // The only comment of the last page may be deleted.
    effect(() => {
      const list = this.loaded.value();
      const isBeyond = list && list.current_page > Math.max(1, list.pages);
      if (isBeyond && list.current_page === untracked(this.page)) {
        this.page.set(Math.max(1, list.pages));
      }
    });
  }

  protected keepDraft(text: string): void {
    this.draft.set(text);
    this.drafts.keep(this.thing(), text);
  }

  protected async add(body: string): Promise<void> {
    const thing = this.thing();
    const said = await this.send(() => this.api.add(thing, body));
    if (!said) return;
    this.drafts.keep(thing, '');
    if (thing !== this.thing()) return;
    this.draft.set('');
    this.page.set(1);
    this.change((list) => (list.current_page === 1 ? [said, ...list.comments] : list.comments));
    if (this.isFocusFree()) this.composer()?.focus();
  }

  protected async save(id: number, body: string): Promise<void> {
    const saved = await this.send(() => this.api.edit(id, body));
    if (!saved) return;
    this.change(({ comments }) => comments.map((one) => (one.id === id ? saved : one)));
    this.leave(id);
  }

  protected cancel(id: number): void {
    this.problem.set(undefined);
    this.leave(id);
  }

  protected menuId(id: number): string {
    return `tm-comment-menu-${id}`;
  }

  protected menuOf(comment: CommentView): MenuItem[] {
    const edit: MenuItem = { label: 'Edit', icon: 'pen', run: () => this.edit(comment) };
    const remove: MenuItem = {
      label: 'Delete',
      icon: 'trash',
      run: () => void this.remove(comment),
    };
    return [...(comment.can_edit ? [edit] : []), ...(comment.can_delete ? [remove] : [])];
  }

  private edit({ id, body }: CommentView): void {
    this.edited.set(body);
    this.problem.set(undefined);
    this.editing.set(id);
  }

  private async remove({ id, display_name, can_edit }: CommentView): Promise<void> {
    const confirmed = await this.confirm.ask({
      title: can_edit ? 'Delete your comment?' : `Delete the comment of ${display_name}?`,
      text: 'What it says will be gone. The activity keeps a record that it was there.',
      action: 'Delete',
      danger: true,
    });
    if (!confirmed) return;
    try {
      await firstValueFrom(this.api.delete(id));
      this.change(({ comments }) => comments.filter((one) => one.id !== id));
      this.toast.show('Comment deleted');
      this.host.focus();
    } catch (error) {
      this.toast.problem(toProblem(error));
      this.loaded.reload();
    }
  }

  /** Nobody has gone on to something else while the comment was on its way. */
  private isFocusFree(): boolean {
    const { activeElement, body } = this.host.ownerDocument;
    return activeElement === body || this.host.contains(activeElement);
  }

  /** Back from the text to the menu that it was opened from. */
  private leave(id: number): void {
    this.editing.set(undefined);
    const focus = () => this.host.querySelector<HTMLElement>(`#${this.menuId(id)}`)?.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }

  /** Shows at once what the server has confirmed, and asks for the rest. */
  private change(by: (list: CommentPage) => CommentView[]): void {
    this.loaded.value.update((list) => list && { ...list, comments: by(list) });
    this.loaded.reload();
  }

  /** One at a time: who presses twice does not speak twice. */
  private async send(request: () => Observable<CommentView>): Promise<CommentView | undefined> {
    if (this.busy()) return undefined;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      return await firstValueFrom(request());
    } catch (error) {
      this.problem.set(toProblem(error).detail);
      return undefined;
    } finally {
      this.busy.set(false);
    }
  }
}

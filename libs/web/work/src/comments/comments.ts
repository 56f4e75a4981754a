import {
  booleanAttribute,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import type { CommentView } from '@tidemark/contracts';
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
})
export class Comments {
  private readonly api = inject(CommentsApi);
  private readonly confirm = inject(ConfirmDialog);
  private readonly drafts = inject(CommentDrafts);
  private readonly toast = inject(Toast);

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

  protected keepDraft(text: string): void {
    this.draft.set(text);
    this.drafts.keep(this.thing(), text);
  }

  protected async add(body: string): Promise<void> {
    if (!(await this.send(this.api.add(this.thing(), body)))) return;
    this.keepDraft('');
    this.page.set(1);
    this.loaded.reload();
    this.composer()?.focus();
  }

  protected async save(id: number, body: string): Promise<void> {
    if (!(await this.send(this.api.edit(id, body)))) return;
    this.editing.set(undefined);
    this.loaded.reload();
  }

  protected cancel(): void {
    this.editing.set(undefined);
    this.problem.set(undefined);
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
      this.loaded.reload();
      this.toast.show('Comment deleted');
    } catch (error) {
      this.toast.problem(toProblem(error));
    }
  }

  private async send(request: Observable<unknown>): Promise<boolean> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await firstValueFrom(request);
      return true;
    } catch (error) {
      this.problem.set(toProblem(error).detail);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}

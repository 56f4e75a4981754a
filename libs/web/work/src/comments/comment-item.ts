import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import type { CommentView } from '@tidemark/contracts';
import {
  Avatar,
  ConfirmDialog,
  Icon,
  type MenuItem,
  MenuTrigger,
  RelativeTime,
  Toast,
  toProblem,
} from '@tidemark/web/ui';
import { firstValueFrom } from 'rxjs';
import { CommentBody } from './comment-body';
import { CommentDrafts } from './comment-drafts';
import { CommentEditor } from './comment-editor';
import { CommentsApi } from './comments-api';
import { sending } from './sending';

/** One comment: what was said, by whom and when, and where who may can change or delete it. */
@Component({
  selector: 'tm-comment-item',
  imports: [Avatar, CommentBody, CommentEditor, Icon, MenuTrigger, RelativeTime],
  templateUrl: './comment-item.html',
  styleUrl: './comment-item.css',
})
export class CommentItem {
  private readonly api = inject(CommentsApi);
  private readonly confirm = inject(ConfirmDialog);
  private readonly drafts = inject(CommentDrafts);
  private readonly toast = inject(Toast);
  private readonly injector = inject(Injector);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly comment = input.required<CommentView>();
  /** Somebody has deleted it while it was being edited here. */
  readonly isGone = input(false);
  /** Whether it is being edited. */
  readonly editing = output<boolean>();
  readonly saved = output<CommentView>();
  readonly deleted = output();
  /** The server refused: it may look different by now. */
  readonly outdated = output();

  protected readonly isEdited = signal(false);
  protected readonly text = signal('');
  protected readonly sending = sending();
  protected readonly problem = computed(() =>
    this.isGone()
      ? 'This comment was deleted in the meantime. Keep a copy of what you need of it'
      : this.sending.problem(),
  );
  private readonly draft = computed(() => ({ kind: 'comments' as const, id: this.comment().id }));

  protected readonly menu = computed((): MenuItem[] => {
    const { can_edit, can_delete } = this.comment();
    const edit: MenuItem = { label: 'Edit', icon: 'pen', run: () => this.edit() };
    const remove: MenuItem = { label: 'Delete', icon: 'trash', run: () => void this.remove() };
    return [...(can_edit ? [edit] : []), ...(can_delete ? [remove] : [])];
  });

  protected typed(text: string): void {
    this.text.set(text);
    this.drafts.keep(this.draft(), text === this.comment().body ? '' : text);
  }

  protected async save(body: string): Promise<void> {
    const { id } = this.comment();
    const saved = await this.sending.send(() => this.api.edit(id, body));
    if (!saved) return;
    this.saved.emit(saved);
    this.leave();
  }

  /** Back from the text to the menu that it was opened from. */
  protected leave(): void {
    this.drafts.keep(this.draft(), '');
    this.sending.problem.set(undefined);
    this.isEdited.set(false);
    this.editing.emit(false);
    const focus = () => this.host.querySelector<HTMLElement>('.more')?.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }

  private edit(): void {
    this.text.set(this.drafts.of(this.draft()) || this.comment().body);
    this.isEdited.set(true);
    this.editing.emit(true);
  }

  private async remove(): Promise<void> {
    const { id, can_edit, display_name } = this.comment();
    const confirmed = await this.confirm.ask({
      title: can_edit ? 'Delete your comment?' : `Delete the comment of ${display_name}?`,
      text: 'What it says will be gone. The activity keeps a record that it was there.',
      action: 'Delete',
      danger: true,
    });
    if (!confirmed) return;
    try {
      await firstValueFrom(this.api.delete(id));
      this.toast.show('Comment deleted');
      this.deleted.emit();
    } catch (error) {
      this.toast.problem(toProblem(error));
      this.outdated.emit();
    }
  }
}

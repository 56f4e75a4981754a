import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  type ElementRef,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { COMMENT_MAX, type PersonView } from '@tidemark/contracts';
import { Avatar } from '@tidemark/web/ui';
import { CommentBody } from './comment-body';
import { mentionAt, withMention } from './mention-at';
import { mentionList } from './mention-list';

let made = 0;

/** Where a comment is written: Markdown with a preview, and names to mention after an "@". */
@Component({
  selector: 'tm-comment-editor',
  imports: [Avatar, CommentBody],
  templateUrl: './comment-editor.html',
  styleUrl: './comment-editor.css',
})
export class CommentEditor {
  /** Whose members can be mentioned. */
  readonly projectId = input.required<number>();
  readonly label = input.required<string>();
  readonly action = input.required<string>();
  readonly busy = input(false);
  /** Who is mentioned in it already, and stays so. */
  readonly mentioned = input<readonly PersonView[]>([]);
  /** Why it was not taken. */
  readonly problem = input<string>();
  readonly cancellable = input(false, { transform: booleanAttribute });
  readonly text = model('');
  readonly submitted = output<string>();
  readonly cancelled = output();

  protected readonly id = `tm-comment-editor-${++made}`;
  protected readonly mentions = mentionList(this.projectId);
  protected readonly isPreview = signal(false);
  protected readonly people = computed(() => [...this.mentioned(), ...this.mentions.people()]);
  protected readonly isEmpty = computed(() => this.text().trim() === '');
  /** Code points, as the server counts them. */
  protected readonly excess = computed(() => [...this.text().trim()].length - COMMENT_MAX);
  private readonly box = viewChild<ElementRef<HTMLTextAreaElement>>('box');

  constructor() {
    // What can be cancelled was asked for: it takes the focus from the menu that is gone.
    afterNextRender(() => {
      if (this.cancellable()) this.focus();
    });
  }

  focus(): void {
    setTimeout(() => this.box()?.nativeElement.focus());
  }

  protected typed(box: HTMLTextAreaElement): void {
    this.text.set(box.value);
    this.look(box);
  }

  /** Follows the cursor. */
  protected look({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): void {
    this.mentions.look(selectionStart === selectionEnd ? mentionAt(value, selectionStart) : null);
  }

  protected pressed(event: KeyboardEvent): void {
    // Enter takes the word that an input method offers.
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return this.submit(event);
    const run = this.mentions.offered().length > 0 ? this.listKeys[event.key] : undefined;
    if (!run) return;
    event.preventDefault();
    // Escape closes the names, not the dialog around.
    event.stopPropagation();
    run();
  }

  protected choose(username: string): void {
    const start = this.mentions.start();
    const box = this.box()?.nativeElement;
    if (!start || !box) return;
    const { text, cursor } = withMention(this.text(), start, username);
    this.text.set(text);
    this.mentions.look(null);
    box.value = text;
    box.focus();
    box.setSelectionRange(cursor, cursor);
  }

  protected togglePreview(): void {
    this.isPreview.update((is) => !is);
    this.mentions.look(null);
    if (!this.isPreview()) this.focus();
    else if (this.text().includes('@')) this.mentions.want();
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.busy() || this.excess() > 0) return;
    if (this.isEmpty()) return this.focus();
    this.isPreview.set(false);
    this.submitted.emit(this.text().trim());
  }

  private readonly listKeys: Record<string, () => void> = {
    ArrowDown: () => this.mentions.step(1),
    ArrowUp: () => this.mentions.step(-1),
    Enter: () => this.chooseActive(),
    Tab: () => this.chooseActive(),
    Escape: () => this.mentions.look(null),
  };

  private chooseActive(): void {
    const person = this.mentions.offered()[this.mentions.active()];
    if (person) this.choose(person.username);
  }
}

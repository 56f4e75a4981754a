import { Component, computed, input, ViewEncapsulation } from '@angular/core';
import type { PersonView } from '@tidemark/contracts';
import { renderMarkdown } from './markdown';

/** What somebody said, as formatted text. */
@Component({
  selector: 'tm-comment-body',
  template: `<div class="tm-comment-text" [innerHTML]="html()"></div>`,
  styleUrl: './comment-body.css',
  // The markup comes from the text: the scope of a component does not reach it.
  encapsulation: ViewEncapsulation.None,
})
export class CommentBody {
  readonly body = input.required<string>();
  readonly mentions = input<readonly PersonView[]>([]);

  protected readonly html = computed(() => renderMarkdown(this.body(), this.mentions()));
}

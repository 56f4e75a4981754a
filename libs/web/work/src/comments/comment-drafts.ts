import { inject, Service } from '@angular/core';
import { SessionStore } from '@tidemark/web/session';

/** What is written about, or the comment that is written anew. */
export interface DraftedThing {
  kind: 'projects' | 'tasks' | 'comments';
  id: number;
}

/** What was typed and not yet said. It waits where it was typed, however the page or the dialog was left. */
@Service()
export class CommentDrafts {
  private readonly me = inject(SessionStore).me;
  private readonly drafts = new Map<string, string>();

  of(thing: DraftedThing): string {
    return this.drafts.get(this.key(thing)) ?? '';
  }

  keep(thing: DraftedThing, text: string): void {
    if (text === '') this.drafts.delete(this.key(thing));
    else this.drafts.set(this.key(thing), text);
  }

  /** Who signs in after somebody else finds nothing of theirs. */
  private key({ kind, id }: DraftedThing): string {
    return `${this.me()?.id}/${kind}/${id}`;
  }
}

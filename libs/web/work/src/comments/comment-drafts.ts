import { Service } from '@angular/core';
import type { CommentedThing } from './comments-api';

/** What was typed and not yet said. It waits where it was typed, however the page or the dialog was left. */
@Service()
export class CommentDrafts {
  private readonly drafts = new Map<string, string>();

  of(thing: CommentedThing): string {
    return this.drafts.get(key(thing)) ?? '';
  }

  keep(thing: CommentedThing, text: string): void {
    if (text === '') this.drafts.delete(key(thing));
    else this.drafts.set(key(thing), text);
  }
}

const key = ({ kind, id }: CommentedThing) => `${kind}/${id}`;

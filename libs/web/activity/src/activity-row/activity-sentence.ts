import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Phrase } from '../describe/describe-activity';
import type { Place } from '../entity-badges';
import { PersonName } from './person-name';

/** Who did what: the names stand out, the words between explain, the thing itself leads to where it can be opened. */
@Component({
  selector: 'tm-activity-sentence',
  imports: [PersonName, RouterLink],
  template: `
    <tm-person-name [name]="person()" />&ngsp;
    @for (phrase of phrases(); track $index) {
      @if (phrase.kind === 'said') {
        <span class="soft">{{ phrase.text }}</span>
      } @else if (phrase.kind === 'name') {
        <span class="thing">{{ phrase.text }}</span>
      } @else if (isGone()) {
        <s class="thing">{{ phrase.text }}<span class="visually-hidden"> (deleted)</span></s>
      } @else if (place(); as place) {
        <a class="thing" [routerLink]="place.commands" [queryParams]="place.queryParams">{{
          phrase.text
        }}</a>
      } @else {
        <span class="thing">{{ phrase.text }}</span>
      }
    }
    @if (inProject(); as project) {
      <span class="soft"> in </span><span class="thing">{{ project }}</span>
    }
  `,
  styles: `
    :host {
      display: block;
      line-height: 1.4;
      overflow-wrap: anywhere;
    }
    .thing {
      color: var(--ink);
      font-weight: 500;
      unicode-bidi: isolate;
    }
    a.thing {
      text-decoration-color: transparent;
    }
    a.thing:hover,
    a.thing:focus-visible {
      color: var(--tide);
      text-decoration-color: currentColor;
    }
    s.thing {
      color: var(--ink-soft);
    }
  `,
})
export class ActivitySentence {
  readonly person = input.required<string>();
  readonly phrases = input.required<readonly Phrase[]>();
  /** Where the thing can be opened. */
  readonly place = input<Place | null>(null);
  /** The thing is known to be gone: its name is struck through and leads nowhere. */
  readonly isGone = input(false);
  readonly inProject = input<string>();
}

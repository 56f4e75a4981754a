import { Component, effect, type ElementRef, inject, input, viewChild } from '@angular/core';
import { outputFromObservable } from '@angular/core/rxjs-interop';
import { Icon } from '../icon/icon';
import { Hotkeys } from '../keyboard/hotkeys';
import { debounceTime, Subject } from 'rxjs';

const TYPING_PAUSE_MS = 250;

/** Finds by text: says what was typed once the person pauses. */
@Component({
  selector: 'tm-search-box',
  imports: [Icon],
  template: `
    <tm-icon name="search" [size]="16" />
    <input
      #box
      type="search"
      class="input"
      spellcheck="false"
      maxlength="200"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      (input)="typing.next(box.value.trim())"
    />
  `,
  styleUrl: './search-box.css',
})
export class SearchBox {
  /** "Search projects" */
  readonly label = input.required<string>();
  readonly text = input('');

  protected readonly typing = new Subject<string>();
  readonly searched = outputFromObservable(this.typing.pipe(debounceTime(TYPING_PAUSE_MS)));

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  constructor() {
    const run = () => this.box().nativeElement.focus();
    inject(Hotkeys).register({ key: '/', label: 'Search', run });
    effect(() => {
      const { nativeElement: box } = this.box();
      const text = this.text();
      // Never under the hands of somebody who is typing on.
      if (box !== box.ownerDocument.activeElement) box.value = text;
    });
  }
}

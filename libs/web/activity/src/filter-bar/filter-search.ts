import {
  Component,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Hotkeys, Icon } from '@tidemark/web/ui';
import { debounceTime, filter, map, Subject } from 'rxjs';

const TYPING_MS = 300;

/** Free text. Searches when the typing pauses. */
@Component({
  selector: 'tm-filter-search',
  imports: [Icon],
  template: `
    <tm-icon name="search" [size]="18" />
    <input
      #box
      class="input"
      type="search"
      maxlength="200"
      placeholder="Search in activity"
      aria-label="Search in activity"
      autocomplete="off"
      [value]="typed()"
      (input)="type(box.value)"
    />
  `,
  styles: `
    :host {
      position: relative;
      display: block;
    }
    tm-icon {
      position: absolute;
      inset: 0 auto 0 11px;
      align-items: center;
      color: var(--ink-faint);
      pointer-events: none;
    }
    .input {
      padding-inline-start: 36px;
    }
  `,
})
export class FilterSearch {
  readonly text = input.required<string>();
  readonly searched = output<string>();

  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private sent = '';
  private readonly typings = new Subject<string>();
  /** Follows the address, but not the echo of what was typed a moment ago. */
  protected readonly typed = linkedSignal<string, string>({
    source: this.text,
    computation: (text, before) => (before && text === this.sent ? before.value : text),
  });

  constructor() {
    const run = () => this.box().nativeElement.focus();
    inject(Hotkeys).register({ key: '/', label: 'Search', run });
    this.typings
      .pipe(
        debounceTime(TYPING_MS),
        map((text) => text.trim()),
        filter((text) => text !== this.text()),
        takeUntilDestroyed(),
      )
      .subscribe((text) => {
        this.sent = text;
        this.searched.emit(text);
      });
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.typings.next(text);
  }
}

import { DOCUMENT } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Problem } from '@tidemark/contracts';
import { CopyButton, Icon } from '@tidemark/web/ui';
import { fromEvent } from 'rxjs';
import type { Feed } from '../stream/feed-state';

/**
 * "Load more", which also acts when it scrolls into view: once somebody has scrolled or pressed it, so that a short list
 * does not run away by itself. After a failure it waits to be pressed.
 */
@Component({
  selector: 'tm-older-button',
  imports: [CopyButton, Icon],
  templateUrl: './older-button.html',
  styleUrl: './older-button.css',
})
export class OlderButton {
  private readonly document = inject(DOCUMENT);
  private readonly destroyRef = inject(DestroyRef);
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly hasMore = input.required<boolean>();
  readonly status = input.required<Feed['olderStatus']>();
  readonly problem = input<Problem | null>(null);
  readonly wanted = output();

  private isWelcome = false;
  /** The button stays at the end of a list that had more: whoever has the focus there keeps it. */
  protected readonly hadMore = linkedSignal<boolean, boolean>({
    source: this.hasMore,
    computation: (hasMore, before) => hasMore || before?.value === true,
  });
  protected readonly words = computed(() => {
    if (!this.hasMore()) return 'That is everything';
    return this.status() === 'loading' ? 'Loading…' : 'Load more';
  });

  constructor() {
    afterNextRender(() => {
      // The button alone is enough where the browser cannot tell what is in view.
      if (typeof IntersectionObserver === 'undefined') return;
      this.welcomeByScrolling();
      const observer = new IntersectionObserver((entries) => this.see(entries));
      observer.observe(this.element);
      this.destroyRef.onDestroy(() => observer.disconnect());
    });
  }

  protected press(): void {
    this.isWelcome = true;
    if (this.hasMore() && this.status() !== 'loading') this.wanted.emit();
  }

  private welcomeByScrolling(): void {
    fromEvent(this.document, 'scroll', { capture: true, passive: true, once: true })
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe(() => (this.isWelcome = true));
  }

  private see(entries: IntersectionObserverEntry[]): void {
    const isInView = entries.some(({ isIntersecting }) => isIntersecting);
    const isReady = this.hasMore() && this.status() === 'idle';
    if (isInView && this.isWelcome && isReady) this.wanted.emit();
  }
}

import { computed, effect, inject, Service, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

const PRODUCT = 'Tidemark';

/**
 * The title of the tab: "1:24:07 · Today – Tidemark". The router gives the page's title; a page may refine it
 * (`name`, until the next navigation), and the running timer stands before it (`prefix`).
 */
@Service()
export class PageTitle {
  /** Such as the running timer; empty for none. */
  readonly prefix = signal('');
  /** Such as the project's name instead of "Project". */
  readonly name = signal('');

  private readonly text = computed(() => {
    const page = this.name() ? `${this.name()} – ${PRODUCT}` : PRODUCT;
    return this.prefix() ? `${this.prefix()} · ${page}` : page;
  });

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(this.text()));
  }
}

/** Hands the title of each route to `PageTitle`. */
@Service()
export class PageTitleStrategy extends TitleStrategy {
  private readonly page = inject(PageTitle);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.page.name.set(this.buildTitle(snapshot) ?? '');
  }
}

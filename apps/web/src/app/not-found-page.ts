import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '@tidemark/web/ui';

/** For addresses that lead nowhere, and for pages that a role may not see. */
@Component({
  selector: 'tm-not-found-page',
  imports: [EmptyState, RouterLink],
  template: `
    <div class="page">
      <h1 class="visually-hidden">Page not found</h1>
      <tm-empty-state
        icon="search"
        title="There is no such page"
        text="The address may be mistyped, or the page is not open to you."
      >
        <a class="btn" routerLink="/">Go to Today</a>
      </tm-empty-state>
    </div>
  `,
})
export class NotFoundPage {}

import { Component, input } from '@angular/core';
import { Logo } from '@tidemark/web/ui';

/** The frame of the pages before one is signed in: a card on calm paper. */
@Component({
  selector: 'tm-entrance',
  imports: [Logo],
  template: `
    <main>
      <tm-logo />
      <section class="card">
        <h1>{{ title() }}</h1>
        @if (text()) {
          <p class="text">{{ text() }}</p>
        }
        <ng-content />
      </section>
      <ng-content select="[after]" />
    </main>
  `,
  styleUrl: './entrance.css',
})
export class Entrance {
  readonly title = input.required<string>();
  readonly text = input('');
}

import { Component, input, output } from '@angular/core';
import type { Problem } from '@tidemark/contracts';
import { ErrorState, Logo } from '@tidemark/web/ui';

/** Instead of any page, while not even the question who is signed in is answered. */
@Component({
  selector: 'tm-unreachable',
  imports: [ErrorState, Logo],
  template: `
    <main>
      <h1><tm-logo /></h1>
      <section class="card">
        <tm-error-state [problem]="problem()" (retry)="retry.emit()" />
      </section>
      <p class="faint">It is tried again by itself every few seconds.</p>
    </main>
  `,
  styles: `
    :host {
      display: grid;
      min-height: 100dvh;
      padding: 32px 16px;
    }
    main {
      display: grid;
      gap: 22px;
      width: min(100%, 400px);
      margin: auto;
      text-align: center;
    }
    h1 {
      justify-self: center;
    }
  `,
})
export class Unreachable {
  readonly problem = input.required<Problem>();
  readonly retry = output();
}

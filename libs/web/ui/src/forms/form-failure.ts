import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';

/** Why a form was not accepted, where no single field is to blame. Spoken at once. */
@Component({
  selector: 'tm-form-failure',
  imports: [Icon],
  template: `
    <div role="alert">
      @if (text()) {
        <p><tm-icon name="warning" [size]="18" />{{ text() }}</p>
      }
    </div>
  `,
  styles: `
    p {
      display: flex;
      gap: 9px;
      margin-bottom: 14px;
      padding: 10px 12px;
      border-radius: var(--radius);
      background: var(--bad-wash);
      color: var(--bad);
      font-size: var(--text-s);
    }
  `,
})
export class FormFailure {
  readonly text = input<string>();
}

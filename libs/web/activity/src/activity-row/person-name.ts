import { Component, computed, input } from '@angular/core';

/** Who acted. Somebody who was anonymised has a pseudonym, and looks like it. */
@Component({
  selector: 'tm-person-name',
  template: `<strong [class.gone]="isGone()">{{ name() }}</strong>`,
  styles: `
    strong {
      font-weight: 620;
    }
    .gone {
      color: var(--ink-soft);
      font-style: italic;
      font-weight: 500;
    }
  `,
})
export class PersonName {
  readonly name = input.required<string>();

  protected readonly isGone = computed(() => /^Deleted User\b/.test(this.name()));
}

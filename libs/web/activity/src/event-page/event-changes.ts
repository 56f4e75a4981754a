import { Component, computed, inject, input } from '@angular/core';
import type { FieldChange } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { Icon, Tooltip } from '@tidemark/web/ui';
import { Directory } from '../choices/directory';
import { fieldLabel, fieldValue } from '../describe/field-value';

/** What each field was before and is after, in full. */
@Component({
  selector: 'tm-event-changes',
  imports: [Icon, Tooltip],
  templateUrl: './event-changes.html',
  styleUrl: './event-changes.css',
})
export class EventChanges {
  private readonly directory = inject(Directory);
  private readonly zone = inject(SessionStore).zone;

  readonly changes = input.required<readonly FieldChange[]>();

  protected readonly rows = computed(() =>
    this.changes().map(({ field, from, to, confidential }) => ({
      label: fieldLabel(field),
      from: fieldValue(field, from, this.zone(), this.directory.nameOf),
      to: fieldValue(field, to, this.zone(), this.directory.nameOf),
      wasEmpty: from === null || from === '',
      isEmpty: to === null || to === '',
      confidential,
    })),
  );
}

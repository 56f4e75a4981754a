import { Component, input, type Provider, type Type } from '@angular/core';
import { RECORD_HISTORY, type RecordHistoryInputs } from '../record/record-history';

/** Says which history it would show. */
@Component({
  selector: 'tm-fake-history',
  template: `History of {{ entityType() }} {{ entityId() }}: {{ tab() }},
    {{ isMissing() ? 'alone' : 'with it' }}`,
})
export class FakeHistory implements Record<keyof RecordHistoryInputs, unknown> {
  readonly entityType = input.required<string>();
  readonly entityId = input.required<number>();
  readonly kind = input.required<string>();
  readonly tab = input.required<string>();
  readonly isMissing = input.required<boolean>();
  readonly changes = input(0);
}

export const FAKE_HISTORY: Provider = {
  provide: RECORD_HISTORY,
  useValue: (): Promise<Type<unknown>> => Promise.resolve(FakeHistory),
};

import type { AbstractControl, ValidationErrors, ValidatorFn } from '@angular/forms';
import { parseDuration } from '@tidemark/web/ui';
import { parseTime } from './parse-times';

const refusedUnless =
  (accepts: (text: string) => boolean, kind: string, message: string): ValidatorFn =>
  ({ value }: AbstractControl<string>): ValidationErrors | null =>
    accepts(value) ? null : { [kind]: { message } };

export const isTime = refusedUnless(
  (text) => parseTime(text) !== undefined,
  'time',
  'Enter a time, like 9:30',
);

export const isDuration = refusedUnless(
  (text) => (parseDuration(text) ?? 0) > 0,
  'duration',
  'Enter a duration, like 1:30 or 90m',
);

export const isDay = refusedUnless((text) => /^2\d{3}-\d\d-\d\d$/.test(text), 'day', 'Enter a day');

import type { ValidationErrors } from '@angular/forms';

type Say = (detail: Record<string, unknown>) => string;

/** What is said for each kind of refusal. Sentences tell what to do. */
const SENTENCES: Record<string, Say> = {
  server: ({ message }) => String(message),
  required: () => 'Enter a value',
  email: () => 'Enter an e-mail address, like ana@example.com',
  minlength: ({ requiredLength }) => `Use at least ${requiredLength} characters`,
  maxlength: ({ requiredLength }) => `Use at most ${requiredLength} characters`,
  min: ({ min }) => `Enter ${min} or more`,
  max: ({ max }) => `Enter ${max} or less`,
  pattern: () => 'This does not look right',
};

/** The sentence for the first of a control's errors. An own validator may give its sentence: `{ zone: { message: '…' } }`. */
export function firstError(errors: ValidationErrors | null): string | undefined {
  const [kind, detail] = Object.entries(errors ?? {})[0] ?? [];
  if (kind === undefined) return undefined;
  if (typeof detail === 'object' && detail !== null && 'message' in detail)
    return String(detail.message);
  return (SENTENCES[kind] ?? (() => 'This does not look right'))(detail ?? {});
}

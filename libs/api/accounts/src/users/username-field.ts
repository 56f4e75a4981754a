import { field, type FieldOptions } from '@tidemark/api/platform';

const USERNAME = /^[a-z0-9._-]{2,50}$/;

/** The name that a person signs in with; capitals become small. */
export const UsernameField = (options: FieldOptions = {}) =>
  field({
    ...options,
    code: 'username',
    parse: (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    problem: (value) =>
      typeof value === 'string' && USERNAME.test(value)
        ? null
        : 'must have 2 to 50 letters (a to z), digits, dots, hyphens or underscores',
    schema: { type: 'string', pattern: '^[a-z0-9._-]{2,50}$', example: 'ada.lovelace' },
  });

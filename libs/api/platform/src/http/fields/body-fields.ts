import { isEmail } from 'class-validator';
import { field, type FieldOptions } from './field';
import { isTimeZone, parseDay, parseInstant } from './instants';
import { textProblem, tidy } from './text';

const MAX_ID = 2_147_483_647;

/** One line of text. Lengths count code points. */
export const TextField = ({
  min = 1,
  max = 255,
  ...options
}: FieldOptions & { min?: number; max?: number } = {}) =>
  field({
    ...options,
    code: 'text',
    parse: tidy,
    problem: (value) => textProblem(value, { min, max, lines: false }),
    schema: { type: 'string', minLength: min, maxLength: max },
  });

/** Text that may have several lines, and may be empty unless `min` says otherwise. */
export const LongTextField = ({
  min = 0,
  max = 5_000,
  ...options
}: FieldOptions & { min?: number; max?: number } = {}) =>
  field({
    ...options,
    code: 'text',
    parse: tidy,
    problem: (value) => textProblem(value, { min, max, lines: true }),
    schema: { type: 'string', minLength: min, maxLength: max },
  });

/** A secret as it was typed: neither trimmed nor normalised. */
export const SecretField = ({
  min,
  max,
  ...options
}: FieldOptions & { min: number; max: number }) =>
  field({
    ...options,
    code: 'length',
    problem: (value) => {
      if (typeof value !== 'string' || !value.isWellFormed()) return 'must be a text';
      const length = [...value].length;
      return length < min || length > max ? `must have ${min} to ${max} characters` : null;
    },
    schema: { type: 'string', format: 'password', minLength: min, maxLength: max },
  });

/** The id of something else, as a JSON number. */
export const IdField = (options: FieldOptions = {}) =>
  field({
    ...options,
    code: 'id',
    problem: (value) =>
      Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_ID
        ? null
        : 'must be the id of something, a positive whole number',
    schema: { type: 'integer', minimum: 1, maximum: MAX_ID },
  });

/** A whole number, as a JSON number. */
export const WholeNumberField = ({
  min,
  max,
  ...options
}: FieldOptions & { min: number; max: number }) =>
  field({
    ...options,
    code: 'number',
    problem: (value) =>
      Number.isInteger(value) && (value as number) >= min && (value as number) <= max
        ? null
        : `must be a whole number from ${min} to ${max}`,
    schema: { type: 'integer', minimum: min, maximum: max },
  });

export const ChoiceField = (choices: readonly (string | number)[], options: FieldOptions = {}) =>
  field({
    ...options,
    code: 'choice',
    problem: (value) =>
      choices.includes(value as string) ? null : `must be one of ${choices.join(', ')}`,
    schema: { enum: [...choices], type: typeof choices[0] === 'number' ? 'integer' : 'string' },
  });

export const FlagField = (options: FieldOptions = {}) =>
  field({
    ...options,
    code: 'flag',
    problem: (value) => (typeof value === 'boolean' ? null : 'must be true or false'),
    schema: { type: 'boolean' },
  });

/** Becomes a `Date`. */
export const InstantField = (options: FieldOptions = {}) =>
  field({
    ...options,
    code: 'instant',
    parse: (value) => parseInstant(value) ?? value,
    problem: (value) =>
      value instanceof Date
        ? null
        : 'must be an instant with an offset, such as 2026-01-15T09:30:00Z, from 2000 to 2099',
    schema: { type: 'string', format: 'date-time' },
  });

/** A calendar day, kept as text. */
export const DayField = (options: FieldOptions = {}) =>
  field({
    ...options,
    code: 'day',
    problem: (value) =>
      parseDay(value) ? null : 'must be a day such as 2026-01-15, from 2000 to 2099',
    schema: { type: 'string', format: 'date' },
  });

/** Money as a decimal string with at most two places, from 0 to 999999.99: binary fractions cannot hold cents. */
export const AmountField = (options: FieldOptions = {}) =>
  field({
    ...options,
    code: 'amount',
    parse: (value) =>
      typeof value === 'string' && AMOUNT.test(value) ? Number(value).toFixed(2) : value,
    problem: (value) =>
      typeof value === 'string' && AMOUNT.test(value)
        ? null
        : 'must be an amount as text with at most two places, such as "85.00"',
    schema: { type: 'string', example: '85.00', pattern: '^\\d{1,6}(\\.\\d{1,2})?$' },
  });
const AMOUNT = /^\d{1,6}(\.\d{1,2})?$/;

/** Hours with at most two places. */
export const HoursField = ({ max = 100_000, ...options }: FieldOptions & { max?: number } = {}) =>
  field({
    ...options,
    code: 'hours',
    problem: (value) =>
      typeof value === 'number' &&
      value > 0 &&
      value <= max &&
      Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
        ? null
        : `must be a number of hours above 0 and up to ${max}, with at most two places`,
    schema: { type: 'number', exclusiveMinimum: 0, maximum: max } as never,
  });

/** "#rrggbb", and nothing else that CSS would take. */
export const ColorField = (options: FieldOptions = {}) =>
  field({
    ...options,
    code: 'color',
    parse: (value) => (typeof value === 'string' ? value.toLowerCase() : value),
    problem: (value) =>
      typeof value === 'string' && /^#[\da-f]{6}$/.test(value)
        ? null
        : 'must be a colour such as #2f7ed8',
    schema: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$', example: '#2f7ed8' },
  });

export const EmailField = (options: FieldOptions = {}) =>
  field({
    ...options,
    code: 'email',
    parse: tidy,
    problem: (value) =>
      textProblem(value, { min: 1, max: 254, lines: false }) === null && isEmail(value)
        ? null
        : 'must be an e-mail address such as ana@example.com',
    schema: { type: 'string', format: 'email', maxLength: 254 },
  });

export const TimeZoneField = (options: FieldOptions = {}) =>
  field({
    ...options,
    code: 'time-zone',
    problem: (value) => (isTimeZone(value) ? null : 'must be a time zone such as Europe/Berlin'),
    schema: { type: 'string', example: 'Europe/Berlin' },
  });

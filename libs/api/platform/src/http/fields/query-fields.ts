import { field } from './field';
import { parseDay, parseInstant } from './instants';
import { textProblem, tidy } from './text';

interface QueryOptions {
  description?: string;
}

/** Parameters arrive as text, once each: a repeated one is refused by every rule below because it is a list. */
const WHOLE = /^(0|[1-9]\d{0,15})$/;

export const WholeNumberParam = ({
  min,
  max,
  ...options
}: QueryOptions & { min: number; max: number }) =>
  field({
    ...options,
    optional: true,
    code: 'number',
    parse: (value) => (typeof value === 'string' && WHOLE.test(value) ? Number(value) : value),
    problem: (value) =>
      typeof value === 'number' && value >= min && value <= max
        ? null
        : `must be a whole number from ${min} to ${max}`,
    schema: { type: 'integer', minimum: min, maximum: max },
  });

export const IdParam = (options: QueryOptions = {}) =>
  WholeNumberParam({ ...options, min: 1, max: 2_147_483_647 });

const IDS_AT_ONCE = 100;

/** One id or several, separated by commas. Becomes an array without repetition. */
export const IdsParam = (options: QueryOptions = {}) =>
  field({
    ...options,
    optional: true,
    code: 'number',
    parse: (value) => {
      if (typeof value !== 'string') return null;
      const ids = value.split(',');
      return ids.every((id) => WHOLE.test(id)) ? [...new Set(ids.map(Number))] : null;
    },
    problem: (value) => {
      const isRight =
        Array.isArray(value) &&
        value.length <= IDS_AT_ONCE &&
        value.every((id) => id >= 1 && id <= 2_147_483_647);
      return isRight ? null : `must be at most ${IDS_AT_ONCE} ids, separated by commas`;
    },
    schema: { type: 'string', example: '3,7' },
  });

/** The id of something, or `all` for no filter: then it stays the word. */
export const IdOrAllParam = (options: QueryOptions = {}) =>
  field({
    ...options,
    optional: true,
    code: 'id',
    parse: (value) => (typeof value === 'string' && WHOLE.test(value) ? Number(value) : value),
    problem: (value) =>
      value === 'all' || (typeof value === 'number' && value >= 1 && value <= 2_147_483_647)
        ? null
        : 'must be an id or "all"',
    schema: { type: 'string', example: '7' },
  });

export const FlagParam = (options: QueryOptions = {}) =>
  field({
    ...options,
    optional: true,
    code: 'flag',
    parse: (value) => (value === 'true' ? true : value === 'false' ? false : value),
    problem: (value) => (typeof value === 'boolean' ? null : 'must be true or false'),
    schema: { type: 'boolean' },
  });

export const ChoiceParam = (choices: readonly string[], options: QueryOptions = {}) =>
  field({
    ...options,
    optional: true,
    code: 'choice',
    problem: (value) =>
      choices.includes(value as string) ? null : `must be one of ${choices.join(', ')}`,
    schema: { type: 'string', enum: [...choices] },
  });

/** One value or several, separated by commas. Becomes an array without repetition; `all` means no filter. */
export const ListParam = (
  choices: readonly string[],
  options: QueryOptions & { all?: boolean } = {},
) =>
  field({
    description: options.description,
    optional: true,
    code: 'choice',
    parse: (value) => {
      // A repeated parameter arrives as a list, which is not how several values are given.
      if (typeof value !== 'string') return null;
      return options.all && value === 'all' ? undefined : [...new Set(value.split(','))];
    },
    problem: (value) => {
      if (value === undefined) return null;
      const known = Array.isArray(value) && value.every((one) => choices.includes(one as string));
      return known ? null : `must be one or several of ${choices.join(', ')}, separated by commas`;
    },
    schema: { type: 'string', example: choices.slice(0, 2).join(',') },
  });

export const SearchParam = (options: QueryOptions = {}) =>
  field({
    ...options,
    optional: true,
    code: 'text',
    parse: tidy,
    problem: (value) => textProblem(value, { min: 1, max: 200, lines: false }),
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  });

/** `sort=name` or `sort=-name`. */
export const SortParam = (fields: readonly string[]) =>
  field({
    optional: true,
    code: 'choice',
    description: `One of ${fields.join(', ')}; a leading "-" turns it round`,
    problem: (value) =>
      typeof value === 'string' && fields.includes(value.replace(/^-/, ''))
        ? null
        : `must be one of ${fields.join(', ')}, with "-" before it for descending`,
    schema: { type: 'string', enum: fields.flatMap((name) => [name, `-${name}`]) },
  });

/** A calendar day (in the viewer's zone) or an instant. Stays text. */
export const DayOrInstantParam = (options: QueryOptions = {}) =>
  field({
    ...options,
    optional: true,
    code: 'date',
    problem: (value) =>
      parseDay(value) || parseInstant(value)
        ? null
        : 'must be a day such as 2026-01-15 or an instant such as 2026-01-15T09:30:00Z, from 2000 to 2099',
    schema: { type: 'string', example: '2026-01-15' },
  });

export const DayParam = (options: QueryOptions = {}) =>
  field({
    ...options,
    optional: true,
    code: 'day',
    problem: (value) =>
      parseDay(value) ? null : 'must be a day such as 2026-01-15, from 2000 to 2099',
    schema: { type: 'string', format: 'date' },
  });

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && UUID.test(value);

export const UuidParam = (options: QueryOptions = {}) =>
  field({
    ...options,
    optional: true,
    code: 'uuid',
    problem: (value) =>
      isUuid(value) ? null : 'must be a UUID such as 0e3f9d6c-8c2b-4c5e-9a35-2f6f5d1b7a10',
    schema: { type: 'string', format: 'uuid' },
  });

/** An opaque position that an answer gave earlier. Its content is checked where it is opened. */
export const CursorParam = (options: QueryOptions = {}) =>
  field({
    ...options,
    optional: true,
    code: 'cursor',
    problem: (value) =>
      typeof value === 'string' && /^[\w.-]{1,4000}$/.test(value)
        ? null
        : 'must be a cursor from an earlier answer',
    schema: { type: 'string', maxLength: 4_000 },
  });

import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { field, type FieldOptions } from './field';

const MAX_ID = 2_147_483_647;

const isId = (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_ID;

/** Ids of other things, each once. */
export const IdsField = ({
  min = 0,
  max,
  ...options
}: FieldOptions & { min?: number; max: number }) =>
  field({
    ...options,
    code: 'ids',
    problem: (value) =>
      Array.isArray(value) &&
      value.length >= min &&
      value.length <= max &&
      value.every(isId) &&
      new Set(value).size === value.length
        ? null
        : `must be a list of ${min} to ${max} ids, each of them once`,
    schema: {
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: MAX_ID },
      minItems: min,
      maxItems: max,
      uniqueItems: true,
    },
  });

/** Rows that have fields of their own: `row` is their DTO. */
export const ListField = (
  row: Class<object>,
  {
    min = 0,
    max,
    optional = false,
    description,
  }: Omit<FieldOptions, 'nullable'> & { min?: number; max: number },
): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [row], required: !optional, minItems: min, maxItems: max, description }),
    Type(() => row),
    ValidateIf((_object, value: unknown) => !(optional && value === undefined)),
    ValidateBy({
      name: 'list',
      validator: {
        validate: (value) =>
          Array.isArray(value) &&
          value.length >= min &&
          value.length <= max &&
          value.every((item) => item instanceof row),
        defaultMessage: (given) =>
          `${given?.property ?? ''} must be a list of ${min} to ${max} rows`,
      },
    }),
    ValidateNested({ each: true }),
  ) as PropertyDecorator;

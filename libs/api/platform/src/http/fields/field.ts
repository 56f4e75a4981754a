import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';

export interface FieldOptions {
  /** May be left out. */
  optional?: boolean;
  /** May be null. */
  nullable?: boolean;
  description?: string;
}

interface FieldDefinition extends FieldOptions {
  /** Short name of the rule, the `code` of a field problem. */
  code: string;
  /** Why the value cannot be used, as the end of a sentence; null when it can. */
  problem: (value: unknown) => string | null;
  parse?: (value: unknown) => unknown;
  schema: ApiPropertyOptions;
}

/** A decorator that parses, validates and documents one property of a request. All fields are made of it. */
export function field({
  code,
  problem,
  parse,
  schema,
  ...options
}: FieldDefinition): PropertyDecorator {
  const { optional = false, nullable = false, description } = options;
  const absent = (value: unknown) =>
    (optional && value === undefined) || (nullable && value === null);
  return applyDecorators(
    ApiProperty({ ...schema, required: !optional, nullable, description } as ApiPropertyOptions),
    ValidateIf((_object, value: unknown) => !absent(value)),
    ValidateBy({
      name: code,
      validator: {
        validate: (value) => problem(value) === null,
        defaultMessage: (given) => `${given?.property ?? ''} ${problem(given?.value) ?? ''}`,
      },
    }),
    // The value as it was sent: class-transformer would have turned nested input into something else.
    Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => {
      const value = obj[key];
      return parse && !absent(value) ? parse(value) : value;
    }),
  ) as PropertyDecorator;
}

import { field, type FieldOptions } from './field';

/** A decimal number as text, since binary fractions cannot hold tenths. It stays the text that was sent. */
export const DecimalField = ({
  digits,
  places,
  negative = false,
  ...options
}: FieldOptions & {
  /** Digits before the point, at most. */
  digits: number;
  /** Digits after it, at most. */
  places: number;
  negative?: boolean;
}) => {
  const pattern = `^${negative ? '-?' : ''}\\d{1,${digits}}(\\.\\d{1,${places}})?$`;
  const decimal = new RegExp(pattern);
  return field({
    ...options,
    code: 'decimal',
    problem: (value) =>
      typeof value === 'string' && decimal.test(value)
        ? null
        : `must be a number as text with at most ${places} places, such as "12.5"`,
    schema: { type: 'string', example: '12.5', pattern },
  });
};

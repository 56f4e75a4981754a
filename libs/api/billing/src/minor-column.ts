import { Column } from 'typeorm';

/** Money in the smallest unit of its currency, exactly. */
export const MinorColumn = (options: { default?: number } = {}): PropertyDecorator =>
  Column({
    type: 'bigint',
    ...options,
    transformer: {
      from: (stored: number | null) => (stored === null ? null : BigInt(stored)),
      to: (minor: unknown) => (typeof minor === 'bigint' ? String(minor) : minor),
    },
  });

import type { ValueTransformer } from 'typeorm';

/** PostgreSQL's numeric arrives as text; hours with two places are exact enough as a number. */
export const decimalHours: ValueTransformer = {
  from: (stored: string | null) => (stored === null ? null : Number(stored)),
  to: (hours: number | null | undefined) => hours,
};

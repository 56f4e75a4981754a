import { field, type FieldOptions } from '@tidemark/api/platform';

/** ISO 4217 codes of currencies, as this machine's list of them knows them. */
export const CURRENCIES: readonly string[] = Intl.supportedValuesOf('currency');
const KNOWN = new Set(CURRENCIES);

const rule = {
  code: 'currency',
  problem: (value: unknown) =>
    typeof value === 'string' && KNOWN.has(value) ? null : 'must be a currency such as EUR',
  schema: { type: 'string', pattern: '^[A-Z]{3}$', example: 'EUR' },
} as const;

export const CurrencyField = (options: FieldOptions = {}) => field({ ...options, ...rule });

/** Offered first. */
export const OFTEN_USED = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN'] as const;

const names = new Intl.DisplayNames('en-GB', { type: 'currency' });

/** "EUR – Euro" */
export function currencyName(code: string): string {
  const name = names.of(code);
  return name && name !== code ? `${code} – ${name}` : code;
}

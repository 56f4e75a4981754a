import { currencyFormat } from '@tidemark/contracts';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "2026-01-15" as "15 January 2026". */
export const dayText = (day: string): string => DAY.format(new Date(`${day}T00:00:00Z`));

/** "1234.5" as "EUR 1,234.50": the code says more than a sign that several currencies share. */
export const moneyText = (amount: string, currency: string): string =>
  new Intl.NumberFormat('en', { ...currencyFormat(currency), currencyDisplay: 'code' }).format(
    amount as Intl.StringNumericLiteral,
  );

/** The same without the currency. */
export const amountText = (amount: string): string => {
  const places = amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat('en', { minimumFractionDigits: places }).format(
    amount as Intl.StringNumericLiteral,
  );
};

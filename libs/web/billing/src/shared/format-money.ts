import { Pipe, type PipeTransform } from '@angular/core';
import { currencyFormat } from '@tidemark/contracts';

const formats = new Map<string, Intl.NumberFormat>();

/** "1234.5" in EUR as "€1,234.50"; the text is never made a float on the way. */
export function formatMoney(amount: string, currency: string): string {
  let format = formats.get(currency);
  if (!format) {
    format = new Intl.NumberFormat('en-GB', currencyFormat(currency));
    formats.set(currency, format);
  }
  return format.format(amount as Intl.StringNumericLiteral);
}

/** `{{ invoice.total | tmMoney: invoice.currency }}` */
@Pipe({ name: 'tmMoney' })
export class MoneyPipe implements PipeTransform {
  transform(amount: string, currency: string): string {
    return formatMoney(amount, currency);
  }
}

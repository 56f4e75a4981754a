import { inject, Service } from '@angular/core';
import { catchError, map, type Observable, of, switchMap } from 'rxjs';
import { InvoicesApi } from '../invoices/invoices-api';
import { daysBetween } from './payment-term';

export interface Terms {
  currency: string;
  tax_rate: string;
  /** From the date of the invoice to the day when it is due. */
  days: number;
}

/** A new invoice begins with the terms of the last one. */
@Service()
export class InvoiceDefaults {
  private readonly api = inject(InvoicesApi);

  /** Those of the newest invoice, of a client or of all; undefined where there is none, or when it cannot be asked. */
  latest(clientId?: number): Observable<Terms | undefined> {
    return this.api.list({ client_id: clientId, sort: '-created_at', limit: 1 }).pipe(
      switchMap(({ invoices: [newest] }) => (newest ? this.termsOf(newest.id) : of(undefined))),
      catchError(() => of(undefined)),
    );
  }

  private termsOf(id: number): Observable<Terms> {
    return this.api.get(id).pipe(
      map(({ currency, tax_rate, issue_date, due_date }) => ({
        currency,
        tax_rate,
        days: daysBetween(issue_date, due_date),
      })),
    );
  }
}

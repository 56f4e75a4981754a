import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ActivityPage,
  ActivityView,
  ChangeInvoiceStatus,
  InvoiceMail,
  InvoiceOptions,
  InvoicePage,
  InvoiceQuery,
  InvoiceView,
  RecordPayment,
  ReversePayment,
  SaveInvoice,
  SendInvoice,
  UnbilledQuery,
  UnbilledTime,
  UpdateInvoice,
} from '@tidemark/contracts';
import { toParams } from '@tidemark/web/ui';
import { map, type Observable } from 'rxjs';

@Service()
export class InvoicesApi {
  private readonly http = inject(HttpClient);

  list(query: InvoiceQuery): Observable<InvoicePage> {
    return this.http.get<InvoicePage>('/api/invoices', { params: toParams(query) });
  }

  get(id: number): Observable<InvoiceView> {
    return this.http.get<InvoiceView>(`/api/invoices/${id}`);
  }

  /** By whom and when: administrators and auditors may ask. */
  lastChange(id: number): Observable<ActivityView | undefined> {
    const params = { entity_type: 'invoice', entity_id: id, action: 'updated', limit: 1 };
    return this.http
      .get<ActivityPage>('/api/activities', { params })
      .pipe(map(({ activities }) => activities[0]));
  }

  options(): Observable<InvoiceOptions> {
    return this.http.get<InvoiceOptions>('/api/invoices/options');
  }

  unbilled(query: UnbilledQuery): Observable<UnbilledTime> {
    return this.http.get<UnbilledTime>('/api/invoices/unbilled', { params: toParams(query) });
  }

  create(invoice: SaveInvoice): Observable<InvoiceView> {
    return this.http.post<InvoiceView>('/api/invoices', invoice);
  }

  update(id: number, invoice: UpdateInvoice): Observable<InvoiceView> {
    return this.http.patch<InvoiceView>(`/api/invoices/${id}`, invoice);
  }

  delete(id: number): Observable<unknown> {
    return this.http.delete(`/api/invoices/${id}`);
  }

  changeStatus(id: number, change: ChangeInvoiceStatus): Observable<InvoiceView> {
    return this.http.post<InvoiceView>(`/api/invoices/${id}/status`, change);
  }

  mail(id: number): Observable<InvoiceMail> {
    return this.http.get<InvoiceMail>(`/api/invoices/${id}/mail`);
  }

  send(id: number, mail: SendInvoice): Observable<InvoiceView> {
    return this.http.post<InvoiceView>(`/api/invoices/${id}/send`, mail);
  }

  pay(id: number, payment: RecordPayment): Observable<InvoiceView> {
    return this.http.post<InvoiceView>(`/api/invoices/${id}/payments`, payment);
  }

  reverse(id: number, paymentId: number, why: ReversePayment): Observable<InvoiceView> {
    return this.http.post<InvoiceView>(`/api/invoices/${id}/payments/${paymentId}/reverse`, why);
  }
}

import type { InvoiceView, SaveInvoice, TimeEntryView } from '@tidemark/contracts';
import type { Answer } from '../support';
import { WorkTeam } from '../work/work-team';

export const LINE = { description: 'Design', quantity: '2.5', unit_price: '80.00' };

/** A team that writes invoices to the client of "Website", whose hour costs 85.00. */
export class BillingTeam {
  private constructor(
    readonly work: WorkTeam,
    readonly clientId: number,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<BillingTeam> {
    const work = await WorkTeam.start(environment);
    const team = new BillingTeam(work, work.website.client_id);
    await work.as('admin').patch(`/projects/${work.website.id}`, { hourly_rate: '85.00' });
    return team;
  }

  stop = () => this.work.stop();
  admin = () => this.work.as('admin');
  recorded = (work: () => Promise<unknown>) => this.work.recorded(work);
  told = (work: () => Promise<unknown>) => this.work.told(work);

  /** 200.00 and 19 % of tax: 238.00, unless said otherwise. */
  save(changes: Partial<SaveInvoice> = {}): Promise<Answer<InvoiceView>> {
    return this.admin().post<InvoiceView>('/invoices', {
      client_id: this.clientId,
      currency: 'EUR',
      tax_rate: '19',
      issue_date: '2026-01-15',
      due_date: '2026-02-14',
      lines: [LINE],
      ...changes,
    });
  }

  async draft(changes: Partial<SaveInvoice> = {}): Promise<InvoiceView> {
    const { status, body, text } = await this.save(changes);
    if (status !== 201) throw new Error(`No invoice: ${text}`);
    return body;
  }

  async get(id: number): Promise<InvoiceView> {
    return (await this.admin().get<InvoiceView>(`/invoices/${id}`)).body;
  }

  /** An invoice that was handed over, with this much of it paid. */
  async sent(changes: Partial<SaveInvoice> = {}, paid?: string): Promise<InvoiceView> {
    const { id } = await this.draft(changes);
    await this.admin().post(`/invoices/${id}/status`, { status: 'sent' });
    if (paid) await this.pay(id, paid);
    return this.get(id);
  }

  pay(id: number, amount: string): Promise<Answer<InvoiceView>> {
    return this.admin().post<InvoiceView>(`/invoices/${id}/payments`, {
      amount,
      method: 'bank_transfer',
    });
  }

  /** Time that the member tracked on "Website", beginning at nine on a day of January 2026. */
  async tracked(
    day: number,
    minutes: number,
    more: Record<string, unknown> = {},
  ): Promise<TimeEntryView> {
    const start = Date.UTC(2026, 0, day, 9);
    const { status, body, text } = await this.work
      .as('member')
      .post<TimeEntryView>('/time-entries', {
        project_id: this.work.website.id,
        started_at: new Date(start).toISOString(),
        ended_at: new Date(start + minutes * 60_000).toISOString(),
        ...more,
      });
    if (status !== 201) throw new Error(`No entry: ${text}`);
    return body;
  }
}

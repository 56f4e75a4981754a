import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService, diff } from '@tidemark/api/activity';
import { RequestContext, Transactions } from '@tidemark/api/platform';
import { type FindOptionsWhere, In, LessThan, Repository } from 'typeorm';
import { invoiceSubject } from './invoice.activity';
import { Invoice } from './invoice.entity';
import { OfficeCalendar } from './office-calendar';

/** Notices what should have been paid by now. */
@Injectable()
export class OverdueInvoices {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
    private readonly context: RequestContext,
    private readonly calendar: OfficeCalendar,
  ) {}

  /** An invoice is overdue when its due date is over where the organisation is. */
  async mark(): Promise<void> {
    await this.context.runAs({ job: 'invoice-due' }, async () => {
      const late = lateOn(await this.calendar.today());
      const found = await this.invoices.find({ where: late, select: { id: true } });
      for (const { id } of found) await this.transactions.run(() => this.markOne(id, late));
    });
  }

  /** Of two processes that notice at the same moment the second finds it done, as it finds a payment. */
  private async markOne(id: number, late: FindOptionsWhere<Invoice>): Promise<void> {
    const where = { ...late, id };
    const held = await this.invoices.findOne({ where, lock: { mode: 'pessimistic_write' } });
    if (!held) return;
    const before = await this.whole(id);
    await this.invoices.update(id, { status: 'overdue' });
    const after = await this.whole(id);
    const changes = diff(invoiceSubject, before, after);
    await this.activity.record(invoiceSubject, 'status_changed', after, { before, after, changes });
  }

  private whole(id: number): Promise<Invoice> {
    return this.invoices.findOneOrFail({ where: { id }, relations: { client: true } });
  }
}

const lateOn = (today: string): FindOptionsWhere<Invoice> => ({
  status: In(['sent', 'partially_paid']),
  dueDate: LessThan(today),
});

import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService, diff } from '@tidemark/api/activity';
import { Clock, RequestContext, Transactions } from '@tidemark/api/platform';
import { type FindOptionsWhere, In, LessThan, Repository } from 'typeorm';
import { invoiceSubject } from './invoice.activity';
import { Invoice } from './invoice.entity';

/** Notices what should have been paid by now. */
@Injectable()
export class OverdueInvoices {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
    private readonly context: RequestContext,
    private readonly clock: Clock,
  ) {}

  /** An invoice is overdue when its due date is over, by the calendar of UTC. */
  async mark(): Promise<void> {
    await this.context.runAs({ job: 'invoice-due' }, async () => {
      const late = await this.invoices.find({ where: this.late(), select: { id: true } });
      for (const { id } of late) await this.transactions.run(() => this.markOne(id));
    });
  }

  /** Of two processes that notice at the same moment the second finds it done, as it finds a payment. */
  private async markOne(id: number): Promise<void> {
    const where = { id, ...this.late() };
    const held = await this.invoices.findOne({ where, lock: { mode: 'pessimistic_write' } });
    if (!held) return;
    const before = await this.whole(id);
    await this.invoices.update(id, { status: 'overdue' });
    const after = await this.whole(id);
    const changes = diff(invoiceSubject, before, after);
    await this.activity.record(invoiceSubject, 'status_changed', after, { before, after, changes });
  }

  private late(): FindOptionsWhere<Invoice> {
    const today = this.clock.now().toISOString().slice(0, 10);
    return { status: In(['sent', 'partially_paid']), dueDate: LessThan(today) };
  }

  private whole(id: number): Promise<Invoice> {
    return this.invoices.findOneOrFail({ where: { id }, relations: { client: true } });
  }
}

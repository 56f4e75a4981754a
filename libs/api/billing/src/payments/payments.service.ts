import { fromMinor, toMinor } from '@tidemark/contracts';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService } from '@tidemark/api/activity';
import { Clock, dayIn, ProblemException, type Viewer } from '@tidemark/api/platform';
import { refusedField } from '@tidemark/api/work';
import { Repository } from 'typeorm';
import { refuseTransition, statusAfterPayment } from '../invoices/invoice-rules';
import { Invoice } from '../invoices/invoice.entity';
import { Payment } from './payment.entity';
import type { RecordPaymentDto } from './record-payment.dto';

@Injectable()
export class PaymentsService {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    @InjectRepository(Payment) private readonly payments: Repository<Payment>,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Records money that came in. The route holds the invoice, so payments at the same moment take turns.
   * @throws ProblemException not-found, conflict unless it waits for payment, or validation-failed for more than
   * the balance
   */
  async record(viewer: Viewer, id: number, input: RecordPaymentDto): Promise<void> {
    const invoice = await this.invoices.findOneBy({ id });
    if (!invoice) throw new ProblemException('not-found', 'There is no such invoice');
    refuseUnpayable(invoice);
    const amountMinor = usableAmount(invoice, input.amount);
    const paidMinor = invoice.paidMinor + amountMinor;
    const status = statusAfterPayment(invoice, paidMinor);
    if (status !== invoice.status) refuseTransition(invoice, status);
    const { method, note = '' } = input;
    const paidOn = this.usableDay(viewer, input.paid_on);
    const createdAt = this.clock.now();
    await this.payments.insert({ invoiceId: id, amountMinor, method, note, paidOn, createdAt });
    await this.invoices.update(id, { paidMinor, status });
    const amount = fromMinor(amountMinor, invoice.currency);
    this.activity.annotate({ amount_paid: amount, payment_method: method });
  }

  private usableDay(viewer: Viewer, day?: string): string {
    const today = dayIn(viewer.timeZone, this.clock.now());
    if (day === undefined || day <= today) return day ?? today;
    throw refusedField('paid_on', 'future', 'paid_on must not lie in the future');
  }
}

function refuseUnpayable({ number, status }: Invoice): void {
  if (status === 'sent' || status === 'partially_paid' || status === 'overdue') return;
  const why = {
    draft: 'is a draft: send it first',
    paid: 'is paid already',
    cancelled: 'is cancelled',
  }[status];
  throw new ProblemException('conflict', `Invoice ${number} ${why}`);
}

function usableAmount({ currency, balance, balanceMinor }: Invoice, amount: string): bigint {
  const minor = toMinor(amount, currency);
  if (minor === null) {
    throw refusedField('amount', 'places', `amount has more places than ${currency} has`);
  }
  if (minor === 0n) throw refusedField('amount', 'nothing', 'amount must be more than nothing');
  if (minor <= balanceMinor) return minor;
  const message = `Only ${currency} ${balance} is still to be paid`;
  throw refusedField('amount', 'overpayment', message);
}

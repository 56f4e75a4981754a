import { fromMinor, type InvoiceStatus, toMinor } from '@tidemark/contracts';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ActivityService } from '@tidemark/api/activity';
import { Clock, dayIn, ProblemException, type Viewer } from '@tidemark/api/platform';
import { refusedField } from '@tidemark/api/work';
import { IsNull, Repository } from 'typeorm';
import {
  refuseTransition,
  statusAfterPayment,
  statusAfterReversal,
} from '../invoices/invoice-rules';
import { Invoice } from '../invoices/invoice.entity';
import { OfficeCalendar } from '../invoices/office-calendar';
import { Payment } from './payment.entity';
import type { RecordPaymentDto } from './record-payment.dto';

@Injectable()
export class PaymentsService {
  constructor(
    @InjectRepository(Invoice) private readonly invoices: Repository<Invoice>,
    @InjectRepository(Payment) private readonly payments: Repository<Payment>,
    private readonly calendar: OfficeCalendar,
    private readonly activity: ActivityService,
    private readonly clock: Clock,
  ) {}

  /**
   * Records money that came in. The route holds the invoice, so payments at the same moment take turns.
   * @throws ProblemException not-found, conflict unless it waits for payment, or validation-failed for more than
   * the balance
   */
  async record(viewer: Viewer, id: number, input: RecordPaymentDto): Promise<void> {
    const invoice = await this.find(id);
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

  /**
   * Takes a payment back: it stays where it is, and counts no more. The route holds the invoice, as it does for
   * payments, so whatever comes at the same moment takes turns.
   * @throws ProblemException not-found, or conflict for one that was taken back before
   */
  async reverse(viewer: Viewer, id: number, paymentId: number, reason: string): Promise<void> {
    const invoice = await this.find(id);
    const payment = await this.payments.findOneBy({ id: paymentId, invoiceId: id });
    if (!payment) throw new ProblemException('not-found', 'The invoice has no such payment');
    const reversal = {
      reversedAt: this.clock.now(),
      reversedBy: viewer.id,
      reversalReason: reason,
    };
    const counting = { id: paymentId, reversedAt: IsNull() };
    const { affected } = await this.payments.update(counting, reversal);
    if (affected !== 1) throw new ProblemException('conflict', takenBackAlready(invoice));
    const paidMinor = invoice.paidMinor - payment.amountMinor;
    const status = statusAfterReversal(invoice, paidMinor, await this.calendar.today());
    await this.invoices.update(id, { paidMinor, status });
    this.tell(invoice, payment, reason);
  }

  private tell({ currency, balanceMinor }: Invoice, payment: Payment, reason: string): void {
    const { id, amountMinor, method, paidOn } = payment;
    this.activity.annotate({
      reason,
      amount_reversed: fromMinor(amountMinor, currency),
      payment_id: id,
      payment_method: method,
      paid_on: paidOn,
      balance: fromMinor(balanceMinor + amountMinor, currency),
    });
  }

  private async find(id: number): Promise<Invoice> {
    const invoice = await this.invoices.findOneBy({ id });
    if (!invoice) throw new ProblemException('not-found', 'There is no such invoice');
    return invoice;
  }

  private usableDay(viewer: Viewer, day?: string): string {
    const today = dayIn(viewer.timeZone, this.clock.now());
    if (day === undefined || day <= today) return day ?? today;
    throw refusedField('paid_on', 'future', 'paid_on must not lie in the future');
  }
}

const takenBackAlready = ({ number }: Invoice) =>
  `This payment of invoice ${number} was taken back already`;

const WHY_UNPAYABLE: Partial<Record<InvoiceStatus, string>> = {
  draft: 'is a draft: send it first',
  paid: 'is paid already',
  cancelled: 'is cancelled',
};

function refuseUnpayable({ number, status }: Invoice): void {
  const why = WHY_UNPAYABLE[status];
  if (why) throw new ProblemException('conflict', `Invoice ${number} ${why}`);
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

import {
  type Agreement,
  AGREEMENTS,
  AUDIT,
  DISPUTED,
  DRAFT,
  MISTAKE,
  MIX_UP,
  MIXED_UP,
  ORDERS,
  REWRITTEN,
} from './agreements';
import { Diary } from './diary';
import { Invoicing } from './invoicing';
import { minutesAfter, type Script } from './script';
import { teammate } from './team';

const ANA = teammate('ana');
/** A month of which the demo saw less is billed with the next one. */
const SHORTEST_MONTH_DAYS = 10;
const AUDIT_SHARE = 0.5;
const DRAFT_SHARE = 0.93;
const REMINDER_AFTER_DAYS = 18;
const MIX_UP_AFTER_DAYS = 6;
/** Who is expected to pay within so many days may as well pay today, if they have the invoice for a while. */
const SOON_DAYS = 12;
const A_WHILE_MINUTES = 3 * 24 * 60;

/** Ana's invoices: the months of the clients, what they pay, and what goes wrong with it. */
export class Accounting {
  private readonly diary: Diary;
  private readonly invoicing: Invoicing;
  /** The last days of the months that are billed. */
  private readonly months: readonly number[];
  private disputed: string | undefined;

  constructor(private readonly script: Script) {
    const { calendar } = script;
    this.diary = new Diary(ANA, script);
    this.invoicing = new Invoicing(script);
    this.months = calendar
      .monthEnds(ANA.time_zone)
      .filter((day) => day + 1 >= SHORTEST_MONTH_DAYS && day < calendar.today);
    this.months.forEach((lastDay, index) => {
      if (index === 0)
        this.diary.note({ day: lastDay + 1, act: (at, day) => this.mistake(at, day) });
      this.planMonth(lastDay, index);
    });
    this.diary.note({ day: calendar.dayOf(AUDIT_SHARE), act: (at, day) => this.audit(at, day) });
    this.diary.note({
      day: calendar.dayOf(DRAFT_SHARE),
      act: (at, day) => this.invoicing.draft(DRAFT, at, day),
    });
  }

  play(day: number): void {
    if (this.script.calendar.worksOn(ANA, day)) this.diary.work(day);
  }

  /**
   * Money has come in or, when none is expected soon, Ana asks for it.
   * @returns false when nobody owes any
   */
  openPost(at: Date): boolean {
    const before = minutesAfter(at, -A_WHILE_MINUTES);
    const isKnown = (invoice: string) => this.script.isThere(invoice, before);
    const { today } = this.script.calendar;
    const payment = this.diary.takePayment(today + SOON_DAYS, isKnown);
    const open = this.disputed && isKnown(this.disputed) ? this.disputed : undefined;
    if (payment) payment.act(at, today);
    else if (open) this.invoicing.remind(open, at);
    return payment !== undefined || open !== undefined;
  }

  private planMonth(lastDay: number, index: number): void {
    for (const agreement of AGREEMENTS) {
      const act = (at: Date, day: number) => {
        const invoice = this.bill(agreement, at, day, lastDay);
        this.follow({ agreement, invoice, day, lastDay, index });
      };
      this.diary.note({ day: lastDay + 1, act });
    }
  }

  private bill(agreement: Agreement, at: Date, day: number, lastDay: number): string {
    const invoice = this.invoicing.write(agreement, at, day, lastDay);
    if (agreement.client === ORDERS) {
      const notes = `Your order MT-${2_017 + day}`;
      this.invoicing.change(invoice, minutesAfter(at, 1.5), { notes });
    }
    this.invoicing.send(invoice, minutesAfter(at, 3));
    return invoice;
  }

  private follow(bill: Bill): void {
    const { agreement, invoice, day, index } = bill;
    if (agreement.client === MIXED_UP && index === 0) this.planMixUp(invoice, day);
    const isDisputed = index === Math.max(this.months.length - 2, 0);
    if (agreement.client === REWRITTEN && index === 0) this.planRewriting(bill);
    else if (agreement.client === DISPUTED && isDisputed) this.planReminder(invoice, day);
    else this.planPayments(agreement, invoice, day);
  }

  private planPayments({ payments }: Agreement, invoice: string, day: number): void {
    for (const payment of payments) {
      const act = (at: Date) => this.invoicing.pay(invoice, at, payment);
      this.diary.note({ day: day + payment.after, act, pays: invoice });
    }
  }

  /** Taken back at once, and paid like any other later. */
  private planMixUp(invoice: string, day: number): void {
    const act = (at: Date) => {
      const payment = this.invoicing.pay(invoice, at, { amount: 'all', method: 'bank_transfer' });
      this.invoicing.takeBack(invoice, payment, minutesAfter(at, 4), MIX_UP);
    };
    this.diary.note({ day: day + MIX_UP_AFTER_DAYS, act });
  }

  private planReminder(invoice: string, day: number): void {
    this.disputed = invoice;
    const act = (at: Date) => this.invoicing.remind(invoice, at);
    this.diary.note({ day: day + REMINDER_AFTER_DAYS, act });
  }

  /** Cancelled, so that the same time can be billed again. */
  private planRewriting({ agreement, invoice, day, lastDay }: Bill): void {
    const act = (at: Date, then: number) => {
      this.invoicing.set(invoice, at, 'cancelled');
      const notes = 'Replaces the invoice of this week, which did not name your cost centre: 4410.';
      const better = { ...agreement, notes };
      const again = this.bill(better, minutesAfter(at, 1), then, lastDay);
      this.planPayments(agreement, again, then);
    };
    this.diary.note({ day: day + 2, act });
  }

  /** One that nobody wanted: its number goes to the next. */
  private mistake(at: Date, day: number): void {
    const invoice = this.invoicing.draft(MISTAKE, at, day);
    this.invoicing.delete(invoice, minutesAfter(at, 1.5));
  }

  private audit(at: Date, day: number): void {
    const invoice = this.invoicing.write(AUDIT, at, day, day);
    this.invoicing.set(invoice, minutesAfter(at, 4), 'sent');
    this.planPayments(AUDIT, invoice, day);
  }
}

/** An invoice over a month, on the day on which it is written. */
interface Bill {
  agreement: Agreement;
  invoice: string;
  day: number;
  lastDay: number;
  /** Of the month, among those that are billed. */
  index: number;
}

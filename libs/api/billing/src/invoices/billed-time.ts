import { Injectable } from '@nestjs/common';
import { ActivityService } from '@tidemark/api/activity';
import { Transactions } from '@tidemark/api/platform';

// In the order of the ids, as bulk changes take them: two who want the same entries wait for, not on, each other.
const HOLD = `
  SELECT id, invoice_line_id IN (SELECT id FROM invoice_line WHERE invoice_id = $1) AS is_billed FROM time_entry
  WHERE id = ANY ($2) OR invoice_line_id IN (SELECT id FROM invoice_line WHERE invoice_id = $1)
  ORDER BY id FOR NO KEY UPDATE`;
const BILLED = `
  SELECT id FROM time_entry WHERE invoice_line_id IN (SELECT id FROM invoice_line WHERE invoice_id = $1)
  ORDER BY id`;

/**
 * Which time an invoice bills, told in its own activity: an entry that is billed or freed stays as it is, and so
 * gains none.
 */
@Injectable()
export class BilledTime {
  constructor(
    private readonly transactions: Transactions,
    private readonly activity: ActivityService,
  ) {}

  /**
   * Runs `work`, which changes what the invoice bills, while nobody else changes that time.
   * @param wanted entries that it will bill
   */
  async changing<T>(invoiceId: number, wanted: number[], work: () => Promise<T>): Promise<T> {
    const held = await this.rows<{ id: number; is_billed: boolean | null }>(HOLD, invoiceId, [
      wanted,
    ]);
    const before = new Set(held.filter((entry) => entry.is_billed).map(({ id }) => id));
    const result = await work();
    const after = new Set((await this.rows<{ id: number }>(BILLED, invoiceId)).map(({ id }) => id));
    this.tell(
      'billed',
      [...after].filter((id) => !before.has(id)),
    );
    this.tell(
      'freed',
      [...before].filter((id) => !after.has(id)),
    );
    return result;
  }

  /** How many they are, too: the trail keeps a hundred values of a list. */
  private tell(what: 'billed' | 'freed', ids: number[]): void {
    if (ids.length === 0) return;
    this.activity.annotate({ [`${what}_entries`]: ids.length, [`${what}_entry_ids`]: ids });
  }

  private rows<T>(statement: string, invoiceId: number, more: unknown[] = []): Promise<T[]> {
    return this.transactions.manager.query(statement, [invoiceId, ...more]);
  }
}

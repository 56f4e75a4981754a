import { requireActivity } from '@tidemark/api/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A payment that was recorded by mistake stays, with who took it back, when and why. */
export class ReversePayments1763930200000 implements MigrationInterface {
  readonly name = 'ReversePayments1763930200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REVERSAL);
    await requireActivity(
      runner,
      'invoice_payment',
      'invoice',
      [...PAYMENT_COLUMNS, 'reversed_at', 'reversed_by', 'reversal_reason'],
      'invoice_id',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await requireActivity(runner, 'invoice_payment', 'invoice', PAYMENT_COLUMNS, 'invoice_id');
    await runner.query(
      `ALTER TABLE invoice_payment
         DROP COLUMN reversed_at, DROP COLUMN reversed_by, DROP COLUMN reversal_reason`,
    );
  }
}

const REVERSAL = `
  ALTER TABLE invoice_payment
    ADD COLUMN reversed_at timestamptz(3),
    ADD COLUMN reversed_by int REFERENCES "user" ON DELETE RESTRICT,
    ADD COLUMN reversal_reason text,
    ADD CONSTRAINT invoice_payment_reversal_check CHECK (
      num_nulls(reversed_at, reversed_by, reversal_reason) IN (0, 3) AND reversal_reason <> ''
    )`;

const PAYMENT_COLUMNS = ['amount_minor', 'method', 'paid_on', 'note'];

import { requireActivity } from '@tidemark/api/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invoices with lines and payments, the series of their numbers, billed time, and mail that is kept. */
export class CreateInvoices1763910100000 implements MigrationInterface {
  readonly name = 'CreateInvoices1763910100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SERIES, INVOICE, LINE, PAYMENT, BILLED_TIME, LOCK, MAIL]) {
      await runner.query(statement);
    }
    await requireActivity(runner, 'invoice', 'invoice', INVOICE_COLUMNS);
    await requireActivity(runner, 'invoice_line', 'invoice', LINE_COLUMNS, 'invoice_id');
    await requireActivity(runner, 'invoice_payment', 'invoice', PAYMENT_COLUMNS, 'invoice_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER time_entry_refuses_change_while_billed ON time_entry');
    await runner.query('DROP FUNCTION refuse_change_while_billed');
    await runner.query('ALTER TABLE time_entry DROP COLUMN invoice_line_id');
    await runner.query(
      'DROP TABLE mail_message, invoice_payment, invoice_line, invoice, invoice_series',
    );
  }
}

const SERIES = `
  CREATE TABLE invoice_series (
    year int PRIMARY KEY,
    last_number int NOT NULL
  )`;

// Money is in the smallest unit of the currency. Whoever has paid something has an invoice that stays.
const INVOICE = `
  CREATE TABLE invoice (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number varchar(20) NOT NULL,
    series_year int NOT NULL,
    series_number int NOT NULL,
    client_id int NOT NULL REFERENCES client ON DELETE RESTRICT,
    status varchar(20) NOT NULL DEFAULT 'draft'
      CONSTRAINT invoice_status_check CHECK (
        status IN ('draft', 'sent', 'partially_paid', 'paid', 'overdue', 'cancelled')
      ),
    currency varchar(3) NOT NULL,
    tax_rate numeric(6,3) NOT NULL
      CONSTRAINT invoice_tax_rate_check CHECK (tax_rate BETWEEN 0 AND 100),
    issue_date date NOT NULL,
    due_date date NOT NULL
      CONSTRAINT invoice_due_date_check CHECK (due_date >= issue_date),
    notes text NOT NULL DEFAULT '',
    lines_revision int NOT NULL DEFAULT 1,
    subtotal_minor bigint NOT NULL,
    tax_minor bigint NOT NULL,
    total_minor bigint NOT NULL
      CONSTRAINT invoice_total_minor_check
        CHECK (total_minor >= 0 AND total_minor = subtotal_minor + tax_minor),
    paid_minor bigint NOT NULL DEFAULT 0
      CONSTRAINT invoice_paid_minor_check CHECK (
        paid_minor BETWEEN 0 AND total_minor
        AND (paid_minor = 0 OR status NOT IN ('draft', 'cancelled'))
      ),
    sent_at timestamptz(3),
    sent_to varchar(254),
    sending_until timestamptz(3),
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    UNIQUE (number),
    UNIQUE (series_year, series_number)
  );
  CREATE INDEX invoice_client_id_idx ON invoice (client_id);
  CREATE INDEX invoice_status_due_date_idx ON invoice (status, due_date)`;

const LINE = `
  CREATE TABLE invoice_line (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    invoice_id int NOT NULL REFERENCES invoice ON DELETE CASCADE,
    position int NOT NULL,
    description text NOT NULL,
    quantity numeric(9,2) NOT NULL,
    unit_price_minor bigint NOT NULL,
    amount_minor bigint NOT NULL
  );
  CREATE INDEX invoice_line_invoice_id_position_idx ON invoice_line (invoice_id, position)`;

const PAYMENT = `
  CREATE TABLE invoice_payment (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    invoice_id int NOT NULL REFERENCES invoice ON DELETE RESTRICT,
    amount_minor bigint NOT NULL
      CONSTRAINT invoice_payment_amount_minor_check CHECK (amount_minor > 0),
    method varchar(20) NOT NULL
      CONSTRAINT invoice_payment_method_check CHECK (
        method IN ('bank_transfer', 'card', 'cash', 'direct_debit', 'other')
      ),
    paid_on date NOT NULL,
    note text NOT NULL DEFAULT '',
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX invoice_payment_invoice_id_idx ON invoice_payment (invoice_id)`;

// Deleting a line, or the draft that it is on, frees its time.
const BILLED_TIME = `
  ALTER TABLE time_entry ADD COLUMN invoice_line_id int REFERENCES invoice_line ON DELETE SET NULL;
  CREATE INDEX time_entry_invoice_line_id_idx ON time_entry (invoice_line_id)
    WHERE invoice_line_id IS NOT NULL`;

// The second net: whichever way a change comes, time that an invoice bills stays as it was billed.
const LOCK = `
  CREATE FUNCTION refuse_change_while_billed() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'time entry % is on an invoice', OLD.id USING ERRCODE = 'TM002';
  END $$;
  CREATE TRIGGER time_entry_refuses_change_while_billed
    BEFORE DELETE OR UPDATE OF user_id, project_id, task_id, note, billable, started_at, ended_at
    ON time_entry FOR EACH ROW WHEN (OLD.invoice_line_id IS NOT NULL)
    EXECUTE FUNCTION refuse_change_while_billed()`;

const MAIL = `
  CREATE TABLE mail_message (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recipient varchar(254) NOT NULL,
    subject varchar(255) NOT NULL,
    text text NOT NULL,
    attachment_name varchar(255),
    attachment bytea,
    invoice_id int REFERENCES invoice ON DELETE SET NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX mail_message_invoice_id_idx ON mail_message (invoice_id)`;

const INVOICE_COLUMNS = [
  'number',
  'client_id',
  'status',
  'currency',
  'tax_rate',
  'issue_date',
  'due_date',
  'notes',
  'lines_revision',
  'total_minor',
  'paid_minor',
  'sent_at',
  'sent_to',
];
const LINE_COLUMNS = ['position', 'description', 'quantity', 'unit_price_minor', 'amount_minor'];
const PAYMENT_COLUMNS = ['amount_minor', 'method', 'paid_on', 'note'];

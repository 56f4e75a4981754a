import type { ProjectView } from '@tidemark/contracts';
import { type Person, SpecApi } from '../support';

/** Everything one request can be about, made anew so that requests do not disturb each other. */
export interface World {
  projectId: number;
  projectName: string;
  /** Without time entries, so that it can be deleted. */
  emptyProjectId: number;
  clientId: number;
  /** Without projects. */
  emptyClientId: number;
  taskId: number;
  /** An entry of the colleague's, finished. */
  entryId: number;
  /** The colleague's running timer. */
  runningId: number;
  /** Of the colleague's: nobody else knows of it. */
  templateId: number;
  /** The colleague keeps it for oneself. */
  savedFilterId: number;
  /** The colleague's, on the project. */
  commentId: number;
  /** A draft for the client, with the newest number of its year. */
  draftId: number;
  /** An invoice that waits for payment. */
  sentId: number;
  /** One that is paid in part, and the payment. */
  paidId: number;
  paymentId: number;
  /** A mail in the mailbox. */
  mailId: number;
  /** What the colleague did in the project. */
  activityId: number;
  /** Long ago, without time in them: one that can be closed, and one that is. */
  openMonth: string;
  closedMonth: string;
  colleague: Person;
}

export const ROLES = ['outsider', 'member', 'lead', 'auditor', 'admin'] as const;
export type SpecRole = (typeof ROLES)[number];

/** The people who ask, and a colleague whose things they ask for. */
export class Cast {
  private round = 0;

  private constructor(
    readonly api: SpecApi,
    readonly people: Record<SpecRole, Person>,
    readonly colleague: Person,
    readonly deactivated: Person,
  ) {}

  static async of(api: SpecApi, prefix = ''): Promise<Cast> {
    const make = (name: string, role?: 'admin' | 'auditor') =>
      api.people.make(`${prefix}${name}`, role);
    const people = {
      outsider: await make('outsider'),
      member: await make('member'),
      lead: await make('lead'),
      auditor: await make('auditor', 'auditor'),
      admin: await make('admin', 'admin'),
    };
    const cast = new Cast(api, people, await make('colleague'), await make('gone'));
    await cast.quietly('UPDATE "user" SET is_active = false WHERE id = $1', [cast.deactivated.id]);
    return cast;
  }

  async world(): Promise<World> {
    const { lead } = this.people;
    const name = `World ${++this.round} of ${lead.username}`;
    await this.quietly('DELETE FROM time_entry WHERE user_id = $1', [this.colleague.id]);
    const project = await this.project(name);
    const empty = await this.project(`${name}, empty`);
    const [client] = await this.quietly('INSERT INTO client (name) VALUES ($1) RETURNING id', [
      `${name} without projects`,
    ]);
    const [task] = await this.quietly(
      `INSERT INTO task (name, project_id, status, priority, created_by) VALUES ($1, $2, 'todo', 'medium', $3) RETURNING id`,
      [`${name} task`, project.id, lead.id],
    );
    const entry = await this.entry(project.id, `now() - interval '2 hours'`, 'now()');
    const running = await this.entry(project.id, `now() - interval '1 hour'`, 'NULL');
    await this.quietly('DELETE FROM time_entry WHERE ended_at IS NULL AND user_id <> $1', [
      this.colleague.id,
    ]);
    const sentId = await this.invoice(project.client_id, 'sent');
    const paidId = await this.invoice(project.client_id, 'sent');
    const draftId = await this.invoice(project.client_id, 'draft');
    return {
      projectId: project.id,
      projectName: project.name,
      emptyProjectId: empty.id,
      clientId: project.client_id,
      emptyClientId: client?.id ?? 0,
      taskId: task?.id ?? 0,
      entryId: entry,
      runningId: running,
      ...(await this.colleaguesThings(project.id, name)),
      draftId,
      sentId,
      paidId,
      paymentId: await this.payment(paidId),
      mailId: await this.mail(sentId),
      activityId: await this.activity(project.id),
      ...(await this.months()),
      colleague: this.colleague,
    };
  }

  private async colleaguesThings(projectId: number, name: string) {
    const secret = `Secret work of ${this.people.lead.username}`;
    const insert = async (table: string, columns: string, ...values: unknown[]) => {
      const places = values.map((_, at) => `$${at + 2}`).join(', ');
      const [row] = await this.quietly(
        `INSERT INTO ${table} (${columns}) VALUES ($1, ${places}) RETURNING id`,
        [this.colleague.id, ...values],
      );
      return row?.id ?? 0;
    };
    return {
      templateId: await insert(
        'time_entry_template',
        'user_id, name, project_id, note',
        `${name} template`,
        projectId,
        secret,
      ),
      savedFilterId: await insert(
        'saved_filter',
        'user_id, name, filter',
        `${name} filter`,
        JSON.stringify({ q: secret }),
      ),
      commentId: await insert('comment', 'author_id, project_id, body', projectId, secret),
    };
  }

  private project(name: string): Promise<ProjectView> {
    const { lead, member } = this.people;
    return this.api.people.project(name, [
      [lead, 'lead'],
      [member, 'member'],
      [this.colleague, 'member'],
    ]);
  }

  private async entry(projectId: number, start: string, end: string): Promise<number> {
    const [row] = await this.quietly(
      `INSERT INTO time_entry (user_id, project_id, note, billable, source, started_at, ended_at)
       VALUES ($1, $2, $3, true, 'timer', ${start}, ${end}) RETURNING id`,
      [this.colleague.id, projectId, `Secret work of ${this.people.lead.username}`],
    );
    return row?.id ?? 0;
  }

  private async invoice(clientId: number, status: string): Promise<number> {
    const { username } = this.people.lead;
    const [invoice] = await this.quietly(
      `WITH series AS (
         INSERT INTO invoice_series (year, last_number) VALUES (2026, 1)
         ON CONFLICT (year) DO UPDATE SET last_number = invoice_series.last_number + 1
         RETURNING last_number
       )
       INSERT INTO invoice (number, series_year, series_number, client_id, status, currency, tax_rate,
         issue_date, due_date, notes, subtotal_minor, tax_minor, total_minor)
       SELECT '2026-' || lpad(last_number::text, 4, '0'), 2026, last_number, $1, $2, 'EUR', 0,
         '2026-01-15', '2099-01-15', $3, 20000, 0, 20000
       FROM series RETURNING id`,
      [clientId, status, `Secret work of ${username}`],
    );
    const id = invoice?.id ?? 0;
    await this.quietly(
      `INSERT INTO invoice_line (invoice_id, position, description, quantity, unit_price_minor, amount_minor)
       VALUES ($1, 0, 'Design', 2, 10000, 20000)`,
      [id],
    );
    return id;
  }

  private async payment(invoiceId: number): Promise<number> {
    const update = `UPDATE invoice SET status = 'partially_paid', paid_minor = 5000 WHERE id = $1`;
    await this.quietly(update, [invoiceId]);
    const [payment] = await this.quietly(
      `INSERT INTO invoice_payment (invoice_id, amount_minor, method, paid_on, note)
       VALUES ($1, 5000, 'card', '2026-01-20', $2) RETURNING id`,
      [invoiceId, `Secret work of ${this.people.lead.username}`],
    );
    return payment?.id ?? 0;
  }

  private async mail(invoiceId: number): Promise<number> {
    const [mail] = await this.quietly(
      `INSERT INTO mail_message (recipient, subject, text, attachment_name, attachment, invoice_id)
       VALUES ('ana@b.example', $1, '', 'invoice.pdf', '%PDF-', $2) RETURNING id`,
      [`Secret work of ${this.people.lead.username}`, invoiceId],
    );
    return mail?.id ?? 0;
  }

  private async activity(projectId: number): Promise<number> {
    const [row] = await this.quietly(
      `INSERT INTO activity (user_id, source, action, entity_type, entity_id, project_id, entity_name, description)
       VALUES ($1, 'person', 'updated', 'project', $2::int, $2::int, $3, '') RETURNING id`,
      [this.colleague.id, projectId, `Secret work of ${this.people.lead.username}`],
    );
    return Number(row?.id);
  }

  private async months() {
    await this.quietly('DELETE FROM closed_period', []);
    await this.quietly(
      `INSERT INTO closed_period (id, begins_at, ends_at, closed_at, closed_by)
       VALUES (200102, '2001-02-01T00:00:00Z', '2001-03-01T00:00:00Z', now(), $1)`,
      [this.people.admin.id],
    );
    return { openMonth: '2001-01', closedMonth: '2001-02' };
  }

  private async quietly(text: string, values: unknown[]): Promise<{ id: number }[]> {
    await this.api.sql("SET session_replication_role = 'replica'");
    const rows = await this.api.sql<{ id: number }>(text, values);
    await this.api.sql('RESET session_replication_role');
    return rows;
  }
}

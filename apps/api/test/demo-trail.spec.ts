import { DiscoveryModule, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { LoggedMutationMetadata } from '@tidemark/api/activity';
import { demoEnvironment } from '../src/demo/environment';
import { seedDemo } from '../src/demo/seed-demo';
import { SpecApi } from './support';

/** The whole demo as `npm run demo` tells it, up to the noon of a Wednesday. */
const NOW = new Date('2026-06-10T12:00:00Z');
const PATIENCE_MS = 900_000;

/** What routes record by themselves, or an update is refined to. */
const RECORDED_OTHERWISE = [
  ...['project created', 'project deleted', 'project favorited', 'project unfavorited'],
  ...['task status_changed', 'task completed', 'task reopened', 'task assigned'],
  ...['task unassigned', 'invoice sent', 'user created', 'user signed_in', 'user signed_out'],
  ...['user sign_in_failed', 'user password_changed', 'setting updated'],
];
/** What ordinary use could produce and the demo does not, each with the reason. None at the moment. */
const LEFT_OUT: Readonly<Record<string, string>> = {};

/** Around the id of somebody who is mentioned, in stored comments. */
const MARK = '\ufdd2';

let api: SpecApi;

beforeAll(async () => {
  api = await SpecApi.start();
  await seedDemo(api.app, { now: NOW });
}, PATIENCE_MS);
afterAll(() => api.stop());

describe('the trail of the demo team', () => {
  it('holds every action on every kind of thing that the product knows', async () => {
    const rows = await api.sql<{ pair: string }>(
      `SELECT DISTINCT entity_type || ' ' || action AS pair FROM activity`,
    );
    const known = [...loggedByRoutes(api), ...RECORDED_OTHERWISE];
    const expected = new Set(known.filter((pair) => !(pair in LEFT_OUT)));
    expect(rows.map(({ pair }) => pair).toSorted()).toEqual([...expected].toSorted());
  });

  it('begins each thing with the activity that made it; settings and months are just there', async () => {
    const early = await api.sql(
      `SELECT entity_type, entity_id, description FROM (
         SELECT *, row_number() OVER (PARTITION BY entity_type, entity_id ORDER BY created_at, id) AS nth
         FROM activity WHERE entity_id IS NOT NULL) AS numbered
       WHERE nth = 1 AND action NOT IN ('created', 'started', 'commented')
         AND entity_type <> 'setting'`,
    );
    expect(early).toEqual([]);
  });

  it.each([
    'client',
    'project',
    'task',
    'comment',
    'time_entry_template',
    'saved_filter',
    'invoice',
  ])('dates each %s as its activity does', async (type) => {
    const [counted] = await api.sql<{ rows: number; other: number }>(
      `SELECT count(*)::int AS rows,
           count(*) FILTER (WHERE made.created_at <> thing.created_at)::int AS other
         FROM ${type} AS thing JOIN activity AS made
           ON made.entity_type = $1 AND made.entity_id = thing.id AND made.action IN ('created', 'commented')`,
      [type],
    );
    expect(counted?.rows).toBeGreaterThan(0);
    expect(counted?.other).toBe(0);
  });

  it('shows more than timers in its last ten rows', async () => {
    const rows = await api.sql<{ entity_type: string }>(
      'SELECT entity_type FROM activity ORDER BY id DESC LIMIT 10',
    );
    expect(new Set(rows.map(({ entity_type }) => entity_type))).toEqual(
      new Set(['comment', 'invoice', 'task', 'time_entry']),
    );
  });

  it('holds batches of time, tasks and projects, each complete, and some in the last days', async () => {
    // What goes with a deleted project has its batch id, too, but is not a change of many things by somebody.
    const batches = await api.sql<{ whats: string[]; is_whole: boolean; is_late: boolean }>(
      `SELECT array_agg(DISTINCT entity_type || ' ' || action) AS whats,
         bool_and((extra_data ->> 'batch_size')::int = size) AS is_whole,
         max(created_at) > $1::timestamptz - interval '4 days' AS is_late
       FROM (SELECT *, count(*) OVER (PARTITION BY batch_id) AS size FROM activity) AS sized
       WHERE batch_id IS NOT NULL AND action <> 'deleted' GROUP BY batch_id`,
      [NOW],
    );
    expect(batches.filter(({ is_whole }) => !is_whole)).toEqual([]);
    expect(batches.flatMap(({ whats }) => whats)).toEqual(
      expect.arrayContaining([
        ...['time_entry created', 'time_entry updated', 'project archived'],
        ...['task completed', 'task status_changed'],
      ]),
    );
    const late = batches.filter(({ is_late }) => is_late).flatMap(({ whats }) => whats);
    expect(late).toEqual(expect.arrayContaining(['time_entry created', 'time_entry updated']));
  });

  it('knows who renamed a template and an own filter, and what it was called', async () => {
    const renamed = await api.sql<{ entity_type: string; from: string }>(
      `SELECT entity_type, change ->> 'from' AS from FROM activity, jsonb_array_elements(changes) AS change
       WHERE entity_type IN ('time_entry_template', 'saved_filter') AND action = 'updated'
         AND change ->> 'field' = 'name' ORDER BY id`,
    );
    expect(renamed).toEqual([
      { entity_type: 'time_entry_template', from: 'Council, Tuesdays' },
      { entity_type: 'saved_filter', from: 'Finished' },
      { entity_type: 'saved_filter', from: 'Ferry booking, last 7 days' },
    ]);
  });
});

describe('what the demo team says', () => {
  it('speaks to people by their names, and to nobody else', async () => {
    const bodies = await api.sql<{ body: string }>('SELECT body FROM comment');
    const written = bodies.map(({ body }) => body).filter((body) => body.includes('@'));
    expect(written.length).toBeGreaterThan(50);
    // A name that is not one of the project's people stays as it was written.
    expect(written.filter((body) => /@[a-z]/.test(body))).toEqual([]);
  });

  it('speaks to those who have been added to the project before', async () => {
    const strangers = await api.sql(
      `SELECT comment.id, mentioned[1] FROM comment,
         regexp_matches(body, '@${MARK}(\\d+)${MARK}', 'g') AS mentioned
       WHERE NOT EXISTS (SELECT 1 FROM activity WHERE entity_type = 'project'
         AND entity_id = comment.project_id AND action = 'updated'
         AND extra_data ->> 'member_id' = mentioned[1] AND activity.created_at < comment.created_at)`,
    );
    expect(strangers).toEqual([]);
  });
});

describe('the invoices of the demo team', () => {
  it('are numbered without a gap, in the order in which they were written', async () => {
    const rows = await api.sql<{ year: number; number: number }>(
      `SELECT series_year AS year, series_number AS number FROM invoice ORDER BY created_at`,
    );
    expect(rows).toEqual(rows.map((_row, index) => ({ year: 2026, number: index + 1 })));
    expect(rows.length).toBeGreaterThan(10);
  });

  it('are paid, half paid, late, cancelled, sent and a draft, in three currencies', async () => {
    const rows = await api.sql<{ status: string; currency: string }>(
      'SELECT DISTINCT status, currency FROM invoice',
    );
    expect(new Set(rows.map(({ status }) => status))).toEqual(
      new Set(['draft', 'sent', 'partially_paid', 'paid', 'overdue', 'cancelled']),
    );
    expect(new Set(rows.map(({ currency }) => currency))).toEqual(new Set(['EUR', 'GBP', 'CHF']));
  });

  it('add up: lines to the subtotal, payments to what is paid', async () => {
    const rows = await api.sql<Record<'subtotal' | 'lines' | 'paid' | 'payments', string>>(
      `SELECT subtotal_minor::text AS subtotal, paid_minor::text AS paid,
         (SELECT sum(amount_minor)::text FROM invoice_line WHERE invoice_id = invoice.id) AS lines,
         (SELECT coalesce(sum(amount_minor), 0)::text FROM invoice_payment
          WHERE invoice_id = invoice.id AND reversed_at IS NULL) AS payments
       FROM invoice`,
    );
    expect(rows.map(({ lines, payments }) => [lines, payments])).toEqual(
      rows.map(({ subtotal, paid }) => [subtotal, paid]),
    );
  });

  it('are paid after they were sent, some in two parts', async () => {
    const payments = await api.sql<{ invoice: number; is_early: boolean }>(
      `SELECT invoice_id AS invoice, payment.created_at <= (SELECT min(created_at) FROM activity
         WHERE entity_type = 'invoice' AND entity_id = invoice_id AND (action = 'sent'
           OR action = 'status_changed' AND extra_data ->> 'new_status' = 'sent')) AS is_early
       FROM invoice_payment AS payment`,
    );
    expect(new Set(payments.map(({ is_early }) => is_early))).toEqual(new Set([false]));
    const invoices = new Set(payments.map(({ invoice }) => invoice));
    expect(payments.length).toBeGreaterThan(invoices.size);
  });

  it('were mixed up once: the payment was taken back, and the right one came', async () => {
    const mixedUp = await api.sql<{ reason: string; status: string }>(
      `SELECT reversal_reason AS reason, status FROM invoice_payment
       JOIN invoice ON invoice.id = invoice_id WHERE reversed_at IS NOT NULL`,
    );
    expect(mixedUp).toEqual([{ reason: expect.stringContaining('Northwind'), status: 'paid' }]);
  });

  it('became late in the night after the last day to pay', async () => {
    const late = await api.sql<{ days: number }>(
      `SELECT (activity.created_at AT TIME ZONE 'UTC')::date - due_date AS days
       FROM activity JOIN invoice ON invoice.id = entity_id AND entity_type = 'invoice'
       WHERE action = 'status_changed' AND extra_data ->> 'new_status' = 'overdue'`,
    );
    expect(late.length).toBeGreaterThan(0);
    expect(late.filter(({ days }) => days !== 1)).toEqual([]);
  });

  it('went out by mail as often as the trail says, and the mails are dated so', async () => {
    const sent = await api.sql(
      `SELECT entity_id AS invoice_id, created_at FROM activity WHERE action = 'sent' ORDER BY id`,
    );
    expect(await api.sql('SELECT invoice_id, created_at FROM mail_message ORDER BY id')).toEqual(
      sent,
    );
  });
});

describe('the environment of a demo', () => {
  it('has the letterhead of the team, unless there is one', () => {
    expect(demoEnvironment({ COMPANY_ADDRESS: '' })).toMatchObject({
      COMPANY_NAME: 'Saltmarsh Studio',
      COMPANY_ADDRESS: expect.stringContaining('Lisboa') as string,
    });
    expect(demoEnvironment({ COMPANY_NAME: 'Acme' })['COMPANY_NAME']).toBe('Acme');
  });

  it('sends no mail to invented people, whatever mail server there is', () => {
    expect(demoEnvironment({ SMTP_URL: 'smtp://mail.example' })['SMTP_URL']).toBeUndefined();
  });
});

/** "client created" for each mutation that its route records. */
function loggedByRoutes({ app }: SpecApi): string[] {
  const [scanner, reflector] = [new MetadataScanner(), new Reflector()];
  const discovery = app.select(DiscoveryModule).get(DiscoveryService, { strict: false });
  return discovery.getControllers().flatMap(({ metatype }) => {
    const routes = metatype?.prototype as Record<string, () => unknown>;
    return scanner.getAllMethodNames(routes).flatMap((name) => {
      const logged = routes[name] && reflector.get(LoggedMutationMetadata, routes[name]);
      return logged ? `${logged.subject.type} ${logged.action}` : [];
    });
  });
}

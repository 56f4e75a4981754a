import type { InvoiceView, Problem } from '@tidemark/contracts';
import { createServer, type Server } from 'node:net';
import type { Answer } from '../support';
import { BillingTeam } from './billing-team';
import { textOfPdf } from './pdf-text';
import { MailServer } from './mail-server';

let mail: MailServer;
let team: BillingTeam;

beforeAll(async () => {
  mail = await MailServer.start();
  team = await BillingTeam.start({
    SMTP_URL: mail.url,
    MAIL_FROM: 'Büro Süd <post@buero.example>',
    COMPANY_NAME: 'Büro Süd',
  });
});
afterEach(() => {
  Object.assign(mail, { refusal: null, hangs: false, onMail: () => Promise.resolve() });
  mail.received.length = 0;
});
afterAll(async () => {
  await team.stop();
  await mail.stop();
});

type Sent = Answer<InvoiceView | Problem>;
const send = (id: number, more: object = {}): Promise<Sent> =>
  team.admin().post(`/invoices/${id}/send`, { to: 'ana@nordlicht.example', ...more });

it('goes to the client with the document, and is in the feed as sent', async () => {
  const { id, number } = await team.draft();
  const rows = await team.recorded(async () => {
    const { status, body } = await send(id);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { status: 'sent', sent_to: 'ana@nordlicht.example', sent_at: expect.any(String) },
    });
  });
  expect(rows).toEqual([
    expect.objectContaining({
      action: 'sent',
      description: `Sent invoice ${number} to ana@nordlicht.example`,
      extra_data: { sent_to: 'ana@nordlicht.example' },
      user_id: team.work.people.admin.id,
      source: 'person',
    }),
  ]);
  expect(rows[0]?.changes.map(({ field }) => field)).toEqual(['status', 'sent_at', 'sent_to']);
  const [received] = mail.received;
  expect(received).toMatchObject({ from: 'post@buero.example', to: ['ana@nordlicht.example'] });
  expect(received?.raw).toContain(`filename=invoice-${number}.pdf`);
  expect(received?.raw).toContain('Content-Type: application/pdf');
  expect(received?.raw).toContain(Buffer.from('%PDF-').toString('base64').slice(0, 6));
  expect(received?.raw).toMatch(/^Subject: =\?UTF-8\?Q\?Invoice_/m);
});

it('can be sent again, and stays what it is', async () => {
  const { id } = await team.sent({}, '38.00');
  const rows = await team.recorded(async () => {
    await send(id);
    await send(id, { to: 'bo@nordlicht.example' });
  });
  expect(rows.map(({ action }) => action)).toEqual(['sent', 'sent']);
  expect(await team.get(id)).toMatchObject({ status: 'partially_paid' });
  expect(mail.received).toHaveLength(2);
});

it.each([
  ['refuses for good', { code: 550, message: 'No such mailbox' }, 'refused the mail (550)'],
  ['asks for patience', { code: 451, message: 'Greylisted' }, 'no mail at the moment (451)'],
])('leaves the invoice as it was when the server %s', async (_what, refusal, sentence) => {
  mail.refusal = refusal;
  await expectFailure((id) => send(id), sentence);
  mail.refusal = null;
});

it('leaves the invoice as it was when the server falls silent in the middle', async () => {
  mail.hangs = true;
  await expectFailure((id) => send(id), 'did not answer in time');
});

it('can be sent once the server is well again', async () => {
  const { id } = await team.draft();
  mail.refusal = { code: 451, message: 'Later' };
  expect((await send(id)).status).toBe(503);
  mail.refusal = null;
  expect((await send(id)).status).toBe(200);
});

it('holds no connection to the database while the mail server takes its time', async () => {
  const { id } = await team.draft();
  let open: unknown[] = [];
  mail.onMail = async () => {
    open = await team.work.api.sql(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database()
       AND application_name = 'tidemark' AND xact_start IS NOT NULL`,
    );
  };
  expect((await send(id)).status).toBe(200);
  expect(open).toEqual([]);
});

it('is neither sent twice nor changed while it is on its way', async () => {
  const { id } = await team.draft();
  const answers: number[] = [];
  mail.onMail = async () => {
    const admin = team.admin();
    for (const answer of [
      await send(id),
      await admin.patch(`/invoices/${id}`, { notes: 'x' }),
      await admin.delete(`/invoices/${id}`),
      await admin.post(`/invoices/${id}/status`, { status: 'cancelled' }),
    ]) {
      answers.push(answer.status);
    }
  };
  const rows = await team.recorded(async () => expect((await send(id)).status).toBe(200));
  expect(answers).toEqual([409, 409, 409, 409]);
  expect(rows.map(({ action }) => action)).toEqual(['sent']);
  expect(mail.received).toHaveLength(1);
});

it('of many who send at the same moment lets one through', async () => {
  const { id } = await team.draft();
  const rows = await team.recorded(async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(id)));
    expect(answers.filter(({ status }) => status === 200).length).toBe(mail.received.length);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
  });
  expect(rows).toHaveLength(mail.received.length);
});

it.each([
  { to: 'ana@b.example\r\nBcc: eve@evil.example' },
  { to: 'ana@b.example, eve@evil.example' },
  { to: 'Ana <ana@b.example>' },
  { to: 'ana@b.example', subject: 'Hello\r\nBcc: eve@evil.example' },
  { to: 'ana@b.example', subject: 'Hello\nX-Evil: 1' },
  { to: 'ana@b.example', message: 'NUL \u0000' },
])('refuses %j, and gives nothing to the server', async (body) => {
  const { id } = await team.draft();
  expect((await send(id, body)).status).toBe(400);
  expect(mail.received).toEqual([]);
});

it('keeps odd words in the subject and the text from becoming headers', async () => {
  const { id } = await team.draft();
  const subject = 'Bcc: eve@evil.example; =?UTF-8?Q?x?= <script>alert(1)</script>';
  const message = '.\nBcc: eve@evil.example\n<script>alert(1)</script>\n.';
  expect((await send(id, { subject, message })).status).toBe(200);
  const [received] = mail.received;
  expect(received?.to).toEqual(['ana@nordlicht.example']);
  expect(received?.raw.slice(0, received.raw.indexOf('\r\n\r\n'))).not.toMatch(/^(Bcc|X-Evil):/m);
  expect(received?.raw).not.toContain('text/html');
});

it('carries names and lines that look like markup as plain text alone', async () => {
  const evil = '"><script>alert(1)</script> <img src=x onerror=alert(2)>';
  await team.admin().patch(`/clients/${team.clientId}`, { name: evil });
  const { id } = await team.draft({
    notes: evil,
    lines: [{ description: evil, quantity: '1', unit_price: '1' }],
  });
  expect((await send(id)).status).toBe(200);
  const types = mail.received[0]?.raw.match(/^Content-Type: [\w/]+/gm);
  expect(types).toEqual([
    'Content-Type: multipart/mixed',
    'Content-Type: text/plain',
    'Content-Type: application/pdf',
  ]);
  const base64 = mail.received[0]?.raw.split('Content-Type: application/pdf')[1] ?? '';
  const [, content = ''] = /\r\n\r\n([\s\S]+?)\r\n--/.exec(base64) ?? [];
  const shown = textOfPdf(Buffer.from(content, 'base64')).join('').replaceAll(/\s+/g, '');
  expect(shown.split(evil.replaceAll(' ', ''))).toHaveLength(4);
});

describe('without a server that answers', () => {
  let silent: Server;

  afterEach(() => silent.close());

  it.each([
    ['is not there', true, 'could not be reached'],
    ['takes the call and says nothing', false, 'did not answer in time'],
  ])('says so when it %s', async (_what, isGone, sentence) => {
    silent = createServer();
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
    const { port } = silent.address() as { port: number };
    if (isGone) await new Promise((done) => silent.close(done));
    const other = await BillingTeam.start({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'post@buero.example',
    });
    try {
      const here = team;
      team = other;
      await expectFailure((id) => send(id), sentence).finally(() => (team = here));
    } finally {
      await other.stop();
    }
  });
});

/** The person is told in a sentence; the invoice is as it was, and nothing is recorded. */
async function expectFailure(
  attempt: (id: number) => Promise<Sent>,
  sentence: string,
): Promise<void> {
  const invoice = await team.draft();
  const rows = await team.recorded(async () => {
    const { status, body } = await attempt(invoice.id);
    expect({ status, body }).toMatchObject({
      status: 503,
      body: { type: '/problems/mail-failed', detail: expect.stringContaining(sentence) },
    });
    expect((body as Problem).detail).not.toMatch(/127\.0\.0\.1|No such mailbox|Greylisted/);
  });
  expect(rows).toEqual([]);
  expect(await team.get(invoice.id)).toEqual(invoice);
}

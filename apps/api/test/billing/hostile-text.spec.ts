import type { InvoiceView, MailPage, UnbilledTime } from '@tidemark/contracts';
import { BillingTeam, LINE } from './billing-team';
import { MailServer, type ReceivedMail } from './mail-server';
import { textOfPdf } from './pdf-text';

const HOSTILE = {
  client: `"><svg onload=alert(1)> & <img src=x onerror=alert(1)>`,
  project: `<script>alert(1)</script>{{constructor.constructor('alert(1)')()}}`,
  task: `(Tj) \\051 %%EOF endstream endobj <</S/JavaScript/JS(app.alert(1))>>`,
  notes: `Bcc: eve@evil.example\n.\n<iframe srcdoc="<script>alert(1)</script>">\n[x](javascript:alert(1))`,
  company: `Süd" <eve@evil.example>, <script>alert(1)</script>`,
};

let mail: MailServer;
let team: BillingTeam;

beforeAll(async () => {
  mail = await MailServer.start();
  team = await BillingTeam.start({
    SMTP_URL: mail.url,
    MAIL_FROM: 'post@buero.example',
    COMPANY_NAME: HOSTILE.company,
    COMPANY_ADDRESS: `${HOSTILE.client} | ${HOSTILE.task}`,
    INVOICE_FOOTER: HOSTILE.project,
  });
  const { website } = team.work;
  await team.admin().patch(`/clients/${team.clientId}`, { name: HOSTILE.client });
  await team.admin().patch(`/projects/${website.id}`, { name: HOSTILE.project });
});
afterEach(() => (mail.received.length = 0));
afterAll(async () => {
  await team.stop();
  await mail.stop();
});

/** An invoice over time that was tracked on hostile work, with hostile words of its own. */
async function hostileInvoice(): Promise<InvoiceView> {
  const { website } = team.work;
  const task = await team
    .admin()
    .post<{ id: number }>('/tasks', { name: HOSTILE.task, project_id: website.id });
  await team.tracked(15, 90, { task_id: task.body.id });
  const unbilled = await team
    .admin()
    .get<UnbilledTime>(`/invoices/unbilled?project_id=${website.id}&group_by=task`);
  const tracked = unbilled.body.lines.map(
    ({ description, quantity, unit_price, time_entry_ids }) => ({
      ...{ description, quantity, unit_price, time_entry_ids },
    }),
  );
  const lines = [...tracked, { ...LINE, description: HOSTILE.task }];
  return team.draft({ lines, notes: HOSTILE.notes });
}

async function sent(body: object = {}): Promise<ReceivedMail> {
  const { id } = await hostileInvoice();
  const to = 'ana@nordlicht.example';
  const { status, text } = await team.admin().post(`/invoices/${id}/send`, { to, ...body });
  expect([status, text]).toEqual([200, expect.any(String)]);
  const [received, ...more] = mail.received;
  if (!received) throw new Error('No mail came in');
  expect([received.to, more]).toEqual([[to], []]);
  return received;
}

it('is words in the mail: no header, no recipient and no markup of its own', async () => {
  const { head, parts } = read(await sent({ message: HOSTILE.notes }));
  expect(names(head)).toEqual(STANDARD_HEADERS);
  expect(value(head, 'From')).toBe('post@buero.example');
  expect(value(head, 'To')).toBe('ana@nordlicht.example');
  expect(value(head, 'Subject')).toMatch(/^Invoice 2026-\d{4} from Süd" <eve@evil\.example>, /);
  expect(parts.map(({ type }) => type)).toEqual(['text/plain', 'application/pdf']);
  expect(parts[0]?.content.toString().replaceAll('\r\n', '\n').trim()).toBe(HOSTILE.notes);
});

it.each([
  ['a header', 'Bcc: eve@evil.example'],
  ['an encoded line break', '=?UTF-8?Q?=0D=0ABcc:_eve@evil.example?='],
  [
    'an encoded line break among much else',
    `Sehr geehrte Frau Łoś-Müller 👩🏽‍💻, =?utf-8?b?${Buffer.from('\r\nBcc: eve@evil.example').toString('base64')}?= und danke`,
  ],
  ['a separator of lines', 'Hello\u2028Bcc: eve@evil.example'],
  ['more than a line takes', `${'long '.repeat(35)}Bcc: eve@evil.example`],
])('says to the letter in its subject what looks like %s', async (_what, subject) => {
  const { head } = read(await sent({ subject }));
  expect(names(head)).toEqual(STANDARD_HEADERS);
  expect(value(head, 'Subject')).toBe(subject);
});

it.each(['\r\n', '\n', '\r', '\u0000', '\u0085', '\u202e'])(
  'sends nothing with %j in its subject or its address',
  async (sign) => {
    const { id } = await team.draft();
    for (const body of [
      { to: 'ana@b.example', subject: `Hello${sign}Bcc: eve@evil.example` },
      { to: `ana@b.example${sign}Bcc: eve@evil.example` },
    ]) {
      expect((await team.admin().post(`/invoices/${id}/send`, body)).status).toBe(400);
    }
    expect(mail.received).toEqual([]);
  },
);

it('is words in the document, and nothing that a reader would run', async () => {
  const { parts } = read(await sent());
  const document = parts[1]?.content ?? Buffer.alloc(0);
  const words = textOfPdf(document).join('').replaceAll(/\s+/g, '');
  for (const text of Object.values(HOSTILE)) expect(words).toContain(text.replaceAll(/\s+/g, ''));
  expect(document.toString('latin1')).not.toMatch(/\/(JavaScript|JS|Launch|URI|OpenAction|AA)\b/);
});

it('is words in the feed, for whoever may read of invoices', async () => {
  const { number } = await hostileInvoice();
  const [row] = await team.work.as('auditor').feed('?entity_type=invoice&limit=1');
  expect(row?.description).toContain(`Created invoice ${number} for ${HOSTILE.client} - EUR `);
  expect(await team.work.as('member').feed('?entity_type=invoice')).toEqual([]);
});

describe('without a mail server', () => {
  it('is words in the mailbox', async () => {
    const here = await BillingTeam.start({ COMPANY_NAME: `${HOSTILE.company}\r\nBcc: eve` });
    try {
      const { id } = await here.draft();
      await here.admin().post(`/invoices/${id}/send`, { to: 'ana@nordlicht.example' });
      const { body } = await here.admin().get<MailPage>('/mailbox');
      expect(body.mails[0]?.text).toContain(HOSTILE.company);
    } finally {
      await here.stop();
    }
  });
});

const STANDARD_HEADERS = [
  ...['Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID', 'Subject', 'To'],
];

type Headers = [name: string, value: string][];
interface Part {
  type: string;
  content: Buffer;
}

/** What a reader makes of a mail of two parts (RFC 5322, 2045 to 2047). */
function read({ raw }: ReceivedMail): { head: Headers; parts: Part[] } {
  const [head, body] = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(value(head, 'Content-Type'))?.[1] ?? '';
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return { head, parts: parts.map((part) => partOf(part.replace(/^\r\n/, ''))) };
}

function split(raw: string): [Headers, string] {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]/g, ' ')
    .split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at), line.slice(at + 1).trim()];
  });
  return [headers, raw.slice(end + 4)];
}

function partOf(raw: string): Part {
  const [head, body] = split(raw);
  const isBase64 = value(head, 'Content-Transfer-Encoding') === 'base64';
  return {
    type: value(head, 'Content-Type').split(';')[0] ?? '',
    content: isBase64 ? Buffer.from(body, 'base64') : quoted(body.replaceAll('=\r\n', '')),
  };
}

const names = (head: Headers) => head.map(([name]) => name).sort();
const value = (head: Headers, wanted: string) =>
  (head.find(([name]) => name === wanted)?.[1] ?? '')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_whole, how: string, text: string) =>
      (how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64')
        : quoted(text.replaceAll('_', ' '))
      ).toString('latin1'),
    )
    .replaceAll(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString());

const quoted = (text: string) =>
  Buffer.from(
    text.replaceAll(/=([\dA-F]{2})/g, (_whole, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );

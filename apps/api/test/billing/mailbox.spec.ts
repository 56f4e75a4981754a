import type { InvoiceMail, InvoiceOptions, MailPage, MailView } from '@tidemark/contracts';
import { BillingTeam } from './billing-team';

let team: BillingTeam;

beforeAll(async () => (team = await BillingTeam.start()));
afterAll(() => team.stop());

const page = async () => (await team.admin().get<MailPage>('/mailbox')).body;

it('keeps the mail that no server takes, for administrators to read', async () => {
  expect((await team.admin().get<InvoiceOptions>('/invoices/options')).body).toMatchObject({
    delivery: 'mailbox',
    company_name: 'Tidemark',
    currencies: expect.arrayContaining(['EUR', 'USD', 'JPY']),
  });
  const { id, number } = await team.draft();
  const to = 'ana@nordlicht.example';
  const before = (await page()).total;
  const rows = await team.told(() => team.admin().post(`/invoices/${id}/send`, { to }));
  expect(rows).toEqual([['sent', `Sent invoice ${number} to ${to}`, { sent_to: to }]]);
  const { mails, total } = await page();
  expect(total).toBe(before + 1);
  const [mail] = mails as [MailView];
  expect(mail).toEqual({
    id: expect.any(Number),
    to,
    subject: `Invoice ${number} from Tidemark`,
    text: expect.stringContaining('EUR\u00a0238.00, payable by 14 February 2026'),
    attachment: { name: `invoice-${number}.pdf`, size_bytes: expect.any(Number) },
    invoice_id: id,
    created_at: expect.any(String),
  });
  expect((await team.admin().get(`/mailbox/${mail.id}`)).body).toEqual(mail);
  const document = await team.admin().get(`/mailbox/${mail.id}/attachment`);
  expect(document.status).toBe(200);
  expect(document.headers['content-type']).toBe('application/pdf');
  expect(document.headers['content-disposition']).toBe(`inline; filename="invoice-${number}.pdf"`);
  expect(document.text.startsWith('%PDF-')).toBe(true);
  expect(Number(document.headers['content-length'])).toBe(mail.attachment?.size_bytes);
});

it('shows what was written as it was written, newest first', async () => {
  const { id } = await team.draft();
  const odd = { subject: '<img src=x onerror=alert(1)>', message: '<b>Hello</b>\n{{1+1}}' };
  await team.admin().post(`/invoices/${id}/send`, { to: 'b@c.example', ...odd });
  const [newest] = (await page()).mails;
  expect(newest).toMatchObject({ subject: odd.subject, text: odd.message });
});

it('offers the words that a mail begins with, and says them when nothing else is said', async () => {
  const { body: client } = await team.admin().patch(`/clients/${team.clientId}`, {
    email: 'ana@nordlicht.example',
  });
  expect(client).toMatchObject({ email: 'ana@nordlicht.example' });
  const words = async (id: number) =>
    (await team.admin().get<InvoiceMail>(`/invoices/${id}/mail`)).body;
  const { id, number } = await team.draft();
  const offered = await words(id);
  expect(offered).toEqual({
    to: 'ana@nordlicht.example',
    subject: `Invoice ${number} from Tidemark`,
    message: expect.stringContaining(`invoice ${number} over EUR\u00a0238.00, payable by 14 Feb`),
  });
  await team.admin().post(`/invoices/${id}/send`, { to: offered.to });
  const [mail] = (await page()).mails;
  expect(mail).toMatchObject({ subject: offered.subject, text: offered.message });
  const paid = await team.sent({}, '238.00');
  expect((await words(paid.id)).message).toContain('paid in full');
  expect((await words(paid.id)).message).not.toContain('payable');
});

it('keeps no mail of an invoice that cannot be sent', async () => {
  const { id } = await team.draft();
  await team.admin().post(`/invoices/${id}/status`, { status: 'cancelled' });
  const before = (await page()).total;
  expect((await team.admin().post(`/invoices/${id}/send`, { to: 'b@c.example' })).status).toBe(409);
  expect((await page()).total).toBe(before);
});

it.each([
  '/mailbox/999999',
  '/mailbox/999999/attachment',
  '/invoices/999999/pdf',
  '/invoices/999999/mail',
])('answers %s with 404', async (path) => {
  expect((await team.admin().get(path)).status).toBe(404);
});

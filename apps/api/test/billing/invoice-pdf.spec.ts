import type { InvoiceView, SaveInvoice } from '@tidemark/contracts';
import { BillingTeam, LINE } from './billing-team';
import { textOfPdf } from './pdf-text';

const NAME = 'Søren Żółć Ægir Ευρώπη Кириллица';
let team: BillingTeam;

beforeAll(async () => {
  team = await BillingTeam.start({
    COMPANY_NAME: 'Büro Süd & Töchter',
    COMPANY_ADDRESS: 'Hafenstraße 12 | 20457 Hamburg',
    INVOICE_FOOTER: 'IBAN DE12 3456 | VAT id DE123',
  });
  await team.admin().patch(`/clients/${team.clientId}`, { name: NAME, email: 'a@b.example' });
});
afterAll(() => team.stop());

async function pages(id: number): Promise<string[]> {
  const { app } = team.work.api;
  const { token } = team.work.people.lead;
  const headers = { authorization: `Bearer ${token}` };
  const answer = await app.inject({ method: 'GET', url: `/api/invoices/${id}/pdf`, headers });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return textOfPdf(answer.rawPayload);
}
const draft = (changes: Partial<SaveInvoice> = {}): Promise<InvoiceView> =>
  team.draft({ notes: 'Děkujeme\n<script>alert(1)</script>', ...changes });

it('says everything that the invoice says, in the letters of any name', async () => {
  const invoice = await draft({ lines: [{ ...LINE, description: `${NAME} <b>bold</b>` }] });
  const [page = '', ...more] = await pages(invoice.id);
  expect(more).toEqual([]);
  expect(page).not.toContain('\ufffd');
  // Lines break wherever there is no room.
  const words = page.replaceAll(/\s+/g, '');
  for (const text of [
    ...['Büro Süd & Töchter', 'Hafenstraße 12', '20457 Hamburg', 'IBAN DE12 3456', 'VAT id DE123'],
    ...['Invoice', invoice.number, 'Draft', NAME, 'a@b.example', '15 January 2026'],
    ...['14 February 2026', `${NAME} <b>bold</b>`, '2.50', '80.00', '200.00', 'Tax 19 %'],
    ...['EUR 38.00', 'EUR 238.00', 'Děkujeme', '<script>alert(1)</script>', 'Page 1 of 1'],
  ]) {
    expect(words).toContain(text.replaceAll(' ', ''));
  }
});

it('goes on to further pages, each with headings, foot and number, and loses no line', async () => {
  const long = 'A description that is as long as they get. '.repeat(13).trim();
  const lines = Array.from({ length: 120 }, (_, at) => ({
    ...LINE,
    description: at % 10 === 0 ? `Line ${at}. ${long}` : `Line ${at}.`,
  }));
  const { id, number } = await draft({ lines });
  const all = await pages(id);
  expect(all.length).toBeGreaterThan(3);
  all.forEach((page, at) => {
    expect(page).toContain(`Invoice ${number} · Page ${at + 1} of ${all.length}`);
    expect(page).toContain('IBAN DE12 3456');
  });
  for (const page of all.slice(0, -1)) expect(page).toContain('Description');
  const text = all.join('\n');
  lines.forEach((_, at) => expect(text.split(`Line ${at}.`)).toHaveLength(2));
});

it('never leaves the sums alone on a page', async () => {
  for (const count of [20, 21, 22, 23, 24]) {
    const lines = Array.from({ length: count }, (_, at) => ({
      ...LINE,
      description: `Line ${at}.`,
    }));
    const all = await pages((await draft({ notes: '', lines })).id);
    const withSums = all.filter((page) => page.includes('Subtotal'));
    expect(withSums).toEqual([expect.stringContaining(`Line ${count - 1}.`)]);
  }
});

it('shows what is paid and what is left, and no draft once it is out', async () => {
  const { id } = await team.sent({}, '38.00');
  const [page = ''] = await pages(id);
  expect(page).not.toContain('Draft');
  expect(page.replaceAll(/\s+/g, ' ')).toContain('Still to pay EUR 200.00');
});

it('says when it was paid in full, and asks for nothing more', async () => {
  const { id } = await team.sent();
  for (const [amount, paid_on] of [
    ['38.00', '2026-02-03'],
    ['200.00', '2026-01-20'],
  ]) {
    const payment = { amount, paid_on, method: 'card' };
    await team.admin().post(`/invoices/${id}/payments`, payment);
  }
  const [page = ''] = await pages(id);
  const words = page.replaceAll(/\s+/g, ' ');
  expect(words).toContain('Paid on 3 February 2026');
  expect(words).toContain('Paid EUR 238.00');
  expect(words).not.toMatch(/to pay/i);
});

it('sends what is no draft any more', async () => {
  const { id } = await draft();
  await team.admin().post(`/invoices/${id}/send`, { to: 'a@b.example' });
  const [kept] = await team.work.api.sql<{ attachment: Buffer }>(
    'SELECT attachment FROM mail_message WHERE invoice_id = $1',
    [id],
  );
  const text = textOfPdf(kept?.attachment ?? Buffer.alloc(0)).join('\n');
  expect(text).toContain(NAME.split(' ')[0]);
  expect(text).not.toContain('Draft');
});

it.each(['IDR', 'KWD'])('keeps the largest sums of %s on their lines', async (currency) => {
  const unit_price = currency === 'KWD' ? '999999999' : '999999999.99';
  const line = { ...LINE, quantity: currency === 'KWD' ? '100' : '1000', unit_price };
  const { id, total } = await team.sent({ currency, tax_rate: '0', lines: [line] }, '1');
  const lines = (await pages(id)).join('\n').split('\n');
  const grouped = total.replace(/\B(?=(\d{3})+\.)/g, ',');
  expect(lines.filter((one) => one === grouped)).toHaveLength(1);
  expect(lines.filter((one) => one === `${currency}\u00a0${grouped}`)).toHaveLength(2);
});

it.each(['HUF', 'JPY', 'KWD', 'EUR'])('writes %s with the places that it has', async (currency) => {
  const { id, total } = await draft({
    currency,
    lines: [{ ...LINE, quantity: '1234', unit_price: '1000' }],
  });
  const [page = ''] = await pages(id);
  const [whole = '', part] = total.split('.');
  const grouped = [whole.replace(/\B(?=(\d{3})+$)/g, ','), part].filter(Boolean).join('.');
  expect(page.replaceAll(/\s+/g, ' ')).toContain(`Total ${currency} ${grouped}`);
});

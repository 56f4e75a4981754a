import type { SaveInvoice } from '@tidemark/contracts';
import { createRequire } from 'node:module';
import { BillingTeam, LINE } from './billing-team';
import { BOX, fontsOfPdf, leftLinesOfPdf, textOfPdf } from './pdf-text';

const SERIF = createRequire(__filename).resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf');
const USUAL = ['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold'];
const SCRIPTS: [string, string][] = [
  ['Japanese', '株式会社東京 デザイン'],
  ['Chinese', '上海设计有限公司'],
  ['Korean', '한국어 디자인'],
  ['Thai', 'งานออกแบบ'],
  ['Devanagari', 'हिन्दी वेबसाइट'],
  ['Amharic', 'አማርኛ'],
  ['emoji', 'Launch 🎉'],
];

let team: BillingTeam;
beforeAll(async () => {
  team = await BillingTeam.start({
    COMPANY_NAME: '株式会社東京',
    COMPANY_ADDRESS: 'Hafenstraße 12 | 東京都千代田区',
    INVOICE_FOOTER: 'IBAN DE12 3456 | 銀行口座',
  });
});
afterAll(() => team.stop());

async function pdf(changes: Partial<SaveInvoice>, from = team): Promise<Buffer> {
  const { id } = await from.draft(changes);
  const { api, people } = from.work;
  const headers = { authorization: `Bearer ${people.lead.token}` };
  const answer = await api.app.inject({ method: 'GET', url: `/api/invoices/${id}/pdf`, headers });
  expect(answer.statusCode).toBe(200);
  return answer.rawPayload;
}
const text = (file: Buffer) => textOfPdf(file).join('\n');
const described = (description: string) => ({ lines: [{ ...LINE, description }] });
/** Without the letters that mark a part of a font. */
const names = (file: Buffer) => fontsOfPdf(file).map((name) => name.replace(/^[A-Z]{6}\+/, ''));

it.each(SCRIPTS)('writes %s wherever there are words', async (_script, words) => {
  await team.admin().patch(`/clients/${team.clientId}`, { name: words });
  const file = await pdf({ ...described(words), notes: `Thank you\n${words}` });
  // Marks are placed one by one.
  const shown = text(file).replaceAll('\n', '');
  expect(shown.split(words)).toHaveLength(4);
  for (const own of ['株式会社東京', '東京都千代田区', '銀行口座']) expect(shown).toContain(own);
  expect(shown).not.toContain(BOX);
});

it('sets what it can in its usual font, and brings along parts of fonts only', async () => {
  const file = await pdf(described('株式会社東京'));
  expect(names(file).sort()).toEqual([...USUAL, 'UnifontExMono'].sort());
  for (const name of fontsOfPdf(file)) expect(name).toMatch(/^[A-Z]{6}\+/);
  expect(file.length).toBeLessThan(60_000);
});

it('keeps lines apart that are as wide as their own font makes them', async () => {
  const description = '長い説明が折り返されるかどうかを確認するためのテキストです。'.repeat(4);
  const notes = `${'ご利用ありがとうございます。'.repeat(20)}\n\nThank you`;
  const lines = Array.from({ length: 24 }, () => ({ ...LINE, description }));
  const file = await pdf({ lines, notes });
  expect(text(file).replaceAll('\n', '').split(description)).toHaveLength(25);
  const pages = leftLinesOfPdf(file);
  expect(pages.length).toBeGreaterThan(1);
  for (const heights of pages) {
    const sorted = heights.toSorted((one, other) => other - one);
    const gaps = sorted.slice(1).map((height, at) => (sorted[at] ?? 0) - height);
    expect(Math.min(...gaps)).toBeGreaterThan(7);
  }
});

it('draws a box for a letter that no font has, and all others as usual', async () => {
  const shown = text(await pdf(described('Design \u{20000}')));
  expect(shown).toContain(`Design ${BOX}`);
});

it.each([
  ['חברה 123', '123 הרבח'],
  ['שלום עולם בע"מ (2024)', '(2024) מ"עב םלוע םולש'],
  ['Acme שלום עולם Ltd', 'Acme םלוע םולש Ltd'],
  ['תכנון Website, 25 עמודים.', '.םידומע Website, 25 ןונכת'],
  ['شركة 45', '45 ةكرش'],
  // In a font that has no rules for turning.
  ['東京 שלום עולם (12)', '東京 (12) םלוע םולש'],
])('orders %s as it is read', async (words, fromTheLeft) => {
  expect(text(await pdf(described(words)))).toContain(fromTheLeft);
});

it('orders each paragraph by its own direction', async () => {
  const shown = text(await pdf({ notes: 'Thank you.\n\nתודה רבה.\tשלום' }));
  expect(shown).toContain('Thank you.');
  expect(shown).toContain('םולש    .הבר הדות');
});

describe('with a font of the operator', () => {
  let other: BillingTeam;
  beforeAll(async () => {
    other = await BillingTeam.start({ INVOICE_FONT: SERIF, COMPANY_NAME: 'Büro Süd' });
  });
  afterAll(() => other.stop());

  it('brings along the usual font alone where that has every letter', async () => {
    expect(names(await pdf(described('Søren Żółć Ευρώπη Кириллица'), other)).sort()).toEqual(USUAL);
  });

  it('prefers it for what the usual font lacks, and knows more letters than it', async () => {
    const file = await pdf({ ...described('\u1d24 sound'), notes: '東京' }, other);
    expect(names(file).sort()).toEqual([...USUAL, 'DejaVuSerif', 'UnifontExMono'].sort());
    expect(text(file)).toMatch(/\u1d24 sound[^]*東京/);
    expect(text(file)).not.toContain(BOX);
  });
});

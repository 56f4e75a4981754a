import type { InvoiceView, Problem } from '@tidemark/contracts';
import type { Answer } from '../support';
import { BillingTeam, LINE } from './billing-team';
import { MailServer } from './mail-server';

let mail: MailServer;
let team: BillingTeam;

beforeAll(async () => {
  mail = await MailServer.start();
  team = await BillingTeam.start({ SMTP_URL: mail.url, MAIL_FROM: 'post@buero.example' });
});
afterEach(() => void (mail.received.length = 0));
afterAll(async () => {
  await team.stop();
  await mail.stop();
});

type Saved = Answer<InvoiceView & Omit<Problem, 'status'>>;
const patch = (id: number, body: object): Promise<Saved> =>
  team.admin().patch(`/invoices/${id}`, body);
const send = (id: number, revision?: string): Promise<Saved> =>
  team.admin().post(`/invoices/${id}/send`, { to: 'ana@nordlicht.example', revision });
const handOver = (id: number, revision?: string): Promise<Saved> =>
  team.admin().post(`/invoices/${id}/status`, { status: 'sent', revision });
const lines = (...descriptions: string[]) =>
  descriptions.map((description) => ({ ...LINE, description }));
const descriptionsOf = async (id: number) =>
  (await team.get(id)).lines.map(({ description }) => description);

const sentenceOf = ({ number }: InvoiceView, what: string) =>
  `Invoice ${number} was changed after you opened it, so it was not ${what}. ` +
  'Look at it as it is now, then decide again';
const stale = (draft: InvoiceView, what: string) => ({
  status: 409,
  body: expect.objectContaining({
    type: '/problems/conflict',
    detail: sentenceOf(draft, what),
    errors: [{ pointer: '/revision', code: 'stale', message: sentenceOf(draft, what) }],
  }),
});
const answerOf = ({ status, body }: Saved) => ({ status, body });

/** Does both while somebody holds the invoice, so that the first has not ended when the second has begun. */
const inThisOrder = (
  id: number,
  first: () => Promise<Saved>,
  second: () => Promise<Saved>,
): Promise<[Saved, Saved]> =>
  team.work.api.beside(async (somebody) => {
    await somebody.query('SELECT FROM invoice WHERE id = $1 FOR UPDATE', [id]);
    const one = first();
    await team.work.api.waiting(1);
    const two = second();
    await team.work.api.waiting(2);
    await somebody.query('COMMIT');
    return Promise.all([one, two]);
  });

describe('a draft that somebody else has changed meanwhile', () => {
  it('keeps the lines of the first, and says to the second what to do', async () => {
    const draft = await team.draft();
    const { id, revision } = draft;
    expect((await patch(id, { lines: lines('Mine'), revision })).status).toBe(200);
    const now = await team.get(id);
    const rows = await team.recorded(async () => {
      const second = await patch(id, { lines: lines('Yours'), revision });
      expect(answerOf(second)).toEqual(stale(draft, 'saved'));
    });
    expect(rows).toEqual([]);
    expect(await team.get(id)).toEqual(now);
  });

  it.each([
    ['notes', { notes: 'Net 30' }],
    ['tax', { tax_rate: '7' }],
    ['currency', { currency: 'USD' }],
    ['date', { issue_date: '2026-01-16' }],
    ['due date', { due_date: '2026-03-01' }],
  ])('is another one for its %s, too', async (_what, change) => {
    const draft = await team.draft();
    const { revision } = draft;
    const { body: changed } = await patch(draft.id, change);
    const rows = await team.recorded(async () => {
      const second = await patch(draft.id, { lines: lines('Yours'), revision });
      expect(answerOf(second)).toEqual(stale(draft, 'saved'));
      expect((await patch(draft.id, { notes: 'Yours', revision })).status).toBe(409);
    });
    expect(rows).toEqual([]);
    expect(await team.get(draft.id)).toEqual(changed);
  });

  it('is another one when its lines bill other time and read the same', async () => {
    const [one, two] = [await team.tracked(5, 60), await team.tracked(5, 60)];
    const draft = await team.draft({ lines: [{ ...LINE, time_entry_ids: [one.id] }] });
    const swapped = [{ ...LINE, id: draft.lines[0]?.id, time_entry_ids: [two.id] }];
    const { body } = await patch(draft.id, { lines: swapped, revision: draft.revision });
    expect(body).toEqual({ ...draft, revision: expect.any(String) });
    expect(body.revision).not.toBe(draft.revision);
  });

  it('can be saved over knowingly, from what it is now', async () => {
    const { id, revision } = await team.draft();
    const { body: changed } = await patch(id, { lines: lines('Mine'), revision });
    const again = await patch(id, { lines: lines('Yours'), revision: changed.revision });
    expect(again.status).toBe(200);
    expect(await descriptionsOf(id)).toEqual(['Yours']);
  });

  it.each([
    ['lines', 'lines', { lines: lines('First') }, { lines: lines('Second') }],
    ['lines', 'notes', { lines: lines('First') }, { notes: 'Second' }],
    ['notes', 'lines', { notes: 'First' }, { lines: lines('Second') }],
  ])('at the same moment: %s, then %s', async (_first, _second, mine, yours) => {
    const draft = await team.draft();
    const { id, revision } = draft;
    const rows = await team.recorded(async () => {
      const [first, second] = await inThisOrder(
        id,
        () => patch(id, { ...mine, revision }),
        () => patch(id, { ...yours, revision }),
      );
      expect(first.status).toBe(200);
      expect(answerOf(second)).toEqual(stale(draft, 'saved'));
      expect(await team.get(id)).toEqual(first.body);
    });
    expect(rows.map(({ action }) => action)).toEqual(['updated']);
  });
});

describe('what was said of a draft', () => {
  it('still holds after a change that changed nothing', async () => {
    const { id, revision, notes } = await team.draft();
    expect((await patch(id, { notes, revision })).body.revision).toBe(revision);
    expect((await patch(id, { lines: lines('Mine'), revision })).status).toBe(200);
  });

  it('has to be said with lines, which replace all that are there', async () => {
    const { id } = await team.draft();
    const rows = await team.recorded(async () => {
      const { status, body } = await patch(id, { lines: lines('Blind') });
      expect([status, body.errors]).toEqual([
        400,
        [expect.objectContaining({ pointer: '/revision', code: 'required' })],
      ]);
    });
    expect(rows).toEqual([]);
    expect(await descriptionsOf(id)).toEqual(['Design']);
  });

  it('need not be said with single fields, which leave the others as they are', async () => {
    const { id, revision } = await team.draft();
    await patch(id, { lines: lines('Mine'), revision });
    expect((await patch(id, { notes: 'Net 30' })).status).toBe(200);
    expect(await team.get(id)).toMatchObject({ notes: 'Net 30', lines: [{ description: 'Mine' }] });
  });

  it('is not said of another draft that reads the same', async () => {
    const [one, other] = [await team.draft(), await team.draft()];
    const { status } = await patch(one.id, { lines: lines('Mine'), revision: other.revision });
    expect(status).toBe(409);
  });

  it('matters for drafts alone: what was sent meanwhile is told as sent', async () => {
    const { id, revision } = await team.draft();
    await handOver(id);
    const { body } = await patch(id, { lines: lines('Late'), revision });
    expect(body.type).toBe('/problems/locked');
  });
});

describe.each([
  ['sent', send, 'sent'],
  ['set to sent', handOver, 'changed'],
] as const)('an invoice that is %s', (_what, act, what) => {
  it('is the one that was seen, or none', async () => {
    const draft = await team.draft();
    const { body: changed } = await patch(draft.id, { notes: 'Net 30' });
    const rows = await team.recorded(async () => {
      expect(answerOf(await act(draft.id, draft.revision))).toEqual(stale(draft, what));
    });
    expect(rows).toEqual([]);
    expect(mail.received).toEqual([]);
    expect(await team.get(draft.id)).toEqual(changed);
    expect((await act(draft.id, changed.revision)).status).toBe(200);
  });

  it('goes as it is where nobody says what was seen', async () => {
    const { id } = await team.draft();
    await patch(id, { notes: 'Net 30' });
    expect((await act(id)).body.status).toBe('sent');
  });

  it('is not changed behind the back of whoever sends it: the change comes first', async () => {
    const draft = await team.draft();
    const { id, revision } = draft;
    const [changed, sent] = await inThisOrder(
      id,
      () => patch(id, { lines: lines('Mine'), revision }),
      () => act(id, revision),
    );
    expect(changed.status).toBe(200);
    expect(answerOf(sent)).toEqual(stale(draft, what));
    expect(mail.received).toEqual([]);
    expect((await team.get(id)).status).toBe('draft');
  });

  it('is not changed behind the back of whoever sends it: the change comes second', async () => {
    const { id, revision } = await team.draft();
    const [sent, changed] = await inThisOrder(
      id,
      () => act(id, revision),
      () => patch(id, { lines: lines('Mine'), revision }),
    );
    expect([sent.status, changed.status]).toEqual([200, 409]);
    expect(await descriptionsOf(id)).toEqual(['Design']);
  });
});

it('does not send twice what two saw as a draft', async () => {
  const draft = await team.draft();
  expect((await send(draft.id, draft.revision)).status).toBe(200);
  expect(answerOf(await send(draft.id, draft.revision))).toEqual(stale(draft, 'sent'));
  expect(mail.received).toHaveLength(1);
  const { revision } = await team.get(draft.id);
  expect((await send(draft.id, revision)).status).toBe(200);
});

it('does not send what was paid after it was seen', async () => {
  const seen = await team.sent();
  await team.pay(seen.id, '38.00');
  expect(answerOf(await send(seen.id, seen.revision))).toEqual(stale(seen, 'sent'));
});

import { ActivatedRoute, convertToParamMap } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import type { MailView } from '@tidemark/contracts';
import { type Answer, FakeApi, refuse } from '@tidemark/web/ui/testing';
import { of } from 'rxjs';
import { NOON, onePage, OPTIONS, press, provideBilling, settle } from '../testing/provide-billing';
import { MailboxPage } from './mailbox-page';

const MAIL: MailView = {
  id: 3,
  to: 'office@acme.example',
  subject: 'Invoice 2026-0005 <b>now</b>',
  text: 'Hello,\n<script>alert(1)</script>',
  attachment: { name: 'invoice-2026-0005.pdf', size_bytes: 28_900 },
  invoice_id: 5,
  created_at: '2026-11-23T11:00:00.000Z',
};

async function open(mails: MailView[], query: object = {}, answers: Record<string, Answer> = {}) {
  jest.useFakeTimers({ now: NOON });
  const api = new FakeApi({
    'GET /api/mailbox': () => ({ mails, ...onePage(mails.length) }),
    'GET /api/invoices/options': () => OPTIONS,
    ...answers,
  });
  await render(MailboxPage, {
    providers: [
      ...provideBilling(api),
      { provide: ActivatedRoute, useValue: { queryParamMap: of(convertToParamMap(query)) } },
    ],
  });
  await settle();
  return api;
}

afterEach(() => jest.useRealTimers());

it('shows the mail as it was written, with its invoice', async () => {
  await open([MAIL], { mail: '3' }, { 'GET /api/mailbox/3': () => MAIL });
  expect(screen.getByRole('heading', { name: MAIL.subject })).toBeTruthy();
  expect(screen.getByText(/<script>alert\(1\)<\/script>/)).toBeTruthy();
  expect(document.querySelector('main script, article b')).toBeNull();
  expect(screen.getByRole('link', { name: 'Open the invoice' }).getAttribute('href')).toBe(
    '/invoices/5',
  );
});

it('hands over what is attached', async () => {
  const names: string[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  Object.assign(URL, { createObjectURL: () => 'blob:pdf', revokeObjectURL: () => undefined });
  await open(
    [MAIL],
    { mail: '3' },
    {
      'GET /api/mailbox/3': () => MAIL,
      'GET /api/mailbox/3/attachment': () => new Blob(['%PDF-']),
    },
  );
  await press(/invoice-2026-0005.pdf/);
  expect(names).toEqual(['invoice-2026-0005.pdf']);
});

it('opens one that is on another page of the list', async () => {
  await open(
    [MAIL],
    { mail: '9' },
    {
      'GET /api/mailbox/9': () => ({ ...MAIL, id: 9, subject: 'An old one' }),
    },
  );
  expect(screen.getByRole('heading', { name: 'An old one' })).toBeTruthy();
});

it('says that one is not there', async () => {
  await open([MAIL], { mail: '9' }, { 'GET /api/mailbox/9': refuse(404, 'not-found', 'None') });
  expect(screen.getByText('There is no such mail')).toBeTruthy();
});

it.each([
  ['mailbox', /There is no mail server yet.*SMTP_URL/],
  ['smtp', /Mail goes out by the mail server of SMTP_URL/],
])('explains why it is empty (%s)', async (delivery, text) => {
  await open([], {}, { 'GET /api/invoices/options': () => ({ ...OPTIONS, delivery }) });
  expect(screen.getByText(text)).toBeTruthy();
});

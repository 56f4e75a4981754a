import type { World } from '../world';
import { adminOnly, all, reviewers, type Row, serial, unique } from './row';

const draft = (rest: string) => (world: World) => `/invoices/${world.draftId}${rest}`;
const sent = (rest: string) => (world: World) => `/invoices/${world.sentId}${rest}`;
const payment = (rest: string) => (world: World) =>
  `/invoices/${world.paidId}/payments/${world.paymentId}${rest}`;
const mail = (rest: string) => (world: World) => `/mailbox/${world.mailId}${rest}`;

/** Invoices, rules, closed months and the mailbox. */
export const OFFICE_REQUESTS: Row[] = [
  { method: 'GET', route: '/invoices', statuses: [403, 403, 200, 200, 200] },
  { method: 'GET', route: '/invoices/options', statuses: [403, 403, 200, 200, 200] },
  {
    method: 'GET',
    route: '/invoices/unbilled',
    path: (world) => `/invoices/unbilled?project_id=${world.projectId}`,
    statuses: reviewers,
  },
  {
    method: 'GET',
    route: '/invoices/{id}',
    path: draft(''),
    statuses: [403, 403, 200, 200, 200],
  },
  {
    method: 'GET',
    route: '/invoices/{id}/pdf',
    path: draft('/pdf'),
    statuses: [403, 403, 200, 200, 200],
  },
  { method: 'GET', route: '/invoices/{id}/mail', path: draft('/mail'), statuses: adminOnly(200) },
  {
    method: 'POST',
    route: '/invoices',
    body: (world) => ({
      client_id: world.clientId,
      currency: 'EUR',
      due_date: '2099-01-15',
      lines: [{ description: 'Design', quantity: '1', unit_price: '80.00' }],
    }),
    statuses: adminOnly(201),
  },
  {
    method: 'PATCH',
    route: '/invoices/{id}',
    path: draft(''),
    body: () => ({ notes: unique('Notes') }),
    statuses: adminOnly(200),
  },
  { method: 'DELETE', route: '/invoices/{id}', path: draft(''), statuses: adminOnly(204) },
  {
    method: 'POST',
    route: '/invoices/{id}/status',
    path: sent('/status'),
    body: () => ({ status: 'cancelled' }),
    statuses: adminOnly(200),
  },
  {
    method: 'POST',
    route: '/invoices/{id}/send',
    path: draft('/send'),
    body: () => ({ to: 'ana@example.com' }),
    statuses: adminOnly(200),
  },
  {
    method: 'POST',
    route: '/invoices/{id}/payments',
    path: sent('/payments'),
    body: () => ({ amount: '50.00', method: 'card' }),
    statuses: adminOnly(200),
  },
  {
    method: 'POST',
    route: '/invoices/{id}/payments/{paymentId}/reverse',
    path: payment('/reverse'),
    body: () => ({ reason: unique('Reason') }),
    statuses: adminOnly(200),
  },
  { method: 'GET', route: '/settings', statuses: all(200) },
  {
    method: 'PATCH',
    route: '/settings',
    body: () => ({ late_edit_days: serial() }),
    statuses: adminOnly(200),
  },
  { method: 'GET', route: '/periods', statuses: all(200) },
  {
    method: 'POST',
    route: '/periods/{month}/close',
    path: (world) => `/periods/${world.openMonth}/close`,
    statuses: adminOnly(200),
  },
  {
    method: 'POST',
    route: '/periods/{month}/open',
    path: (world) => `/periods/${world.closedMonth}/open`,
    body: () => ({ reason: unique('Reason') }),
    statuses: adminOnly(200),
  },
  { method: 'GET', route: '/mailbox', statuses: adminOnly(200) },
  { method: 'GET', route: '/mailbox/{id}', path: mail(''), statuses: adminOnly(200) },
  {
    method: 'GET',
    route: '/mailbox/{id}/attachment',
    path: mail('/attachment'),
    statuses: adminOnly(200),
  },
];

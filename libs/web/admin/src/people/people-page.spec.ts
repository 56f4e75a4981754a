import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/angular';
import type { Me, UserView } from '@tidemark/contracts';
import { visit } from '../testing/admin-harness';
import { ANA, pageOf, person } from '../testing/people';
import { PeoplePage } from './people-page';

const BEN = person(2, 'Ben');
const ROWS = [person(1, 'Ana', { role: 'admin' }), BEN, person(3, 'Cleo', { is_invited: true })];

async function open(url = '/people', me: Me = ANA, rows: UserView[] = ROWS) {
  const page = await visit(url, [{ path: 'people', component: PeoplePage }], me);
  const first = await page.expectRequest('GET /api/users');
  first.flush(pageOf(rows));
  await waitFor(() => expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull());
  return { ...page, first };
}

async function choose(name: string, action: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: `Actions for ${name}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: action }));
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const address = () => TestBed.inject(Location).path();

describe('the people page', () => {
  it('asks for what the address says', async () => {
    const { first } = await open('/people?q=be&role=member&show=all&sort=-last_sign_in_at&page=2');
    const { params } = first.request;
    expect(Object.fromEntries(params.keys().map((key) => [key, params.get(key)]))).toEqual({
      page: '2',
      q: 'be',
      role: 'member',
      sort: '-last_sign_in_at',
    });
  });

  it('puts filters into the address, from the first page on, and keeps the rows meanwhile', async () => {
    const { expectRequest } = await open('/people?page=2');
    fireEvent.change(screen.getByLabelText('Role'), { target: { value: 'auditor' } });
    const request = await expectRequest('GET /api/users');
    expect(address()).toBe('/people?role=auditor');
    expect(request.request.params.get('page')).toBe('1');
    expect(screen.getByText('Ben')).toBeTruthy();
  });

  it('sorts by a column, and the other way round', async () => {
    const { expectRequest } = await open();
    fireEvent.click(screen.getByRole('button', { name: 'Last sign-in' }));
    const request = await expectRequest('GET /api/users');
    expect(request.request.params.get('sort')).toBe('-last_sign_in_at');
    const column = screen.getByRole('columnheader', { name: 'Last sign-in' });
    await waitFor(() => expect(column.getAttribute('aria-sort')).toBe('descending'));
  });

  it('offers to clear filters that find nobody', async () => {
    const { expectRequest } = await open('/people?q=nobody', ANA, []);
    press('Clear filters');
    await expectRequest('GET /api/users');
    expect(address()).toBe('/people');
  });

  it('says that it could not load, and tries again', async () => {
    const { expectRequest } = await visit(
      '/people',
      [{ path: 'people', component: PeoplePage }],
      ANA,
    );
    (await expectRequest('GET /api/users')).flush('', { status: 503, statusText: 'Unavailable' });
    expect(await screen.findByText('The people could not be loaded')).toBeTruthy();
    press('Retry');
    (await expectRequest('GET /api/users')).flush(pageOf(ROWS));
    expect(await screen.findByText('Ben')).toBeTruthy();
  });

  it('is for reading only to an auditor', async () => {
    await open('/people', { ...ANA, role: 'auditor' });
    expect(screen.queryByRole('button', { name: 'Add person' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Actions for/ })).toBeNull();
  });

  it('adds a person and shows the invitation link to hand over', async () => {
    const { expectRequest } = await open();
    press('Add person');
    const dialog = within(await screen.findByRole('dialog', { name: 'Add a person' }));
    fireEvent.input(dialog.getByLabelText('Name'), { target: { value: 'Dario Lind' } });
    fireEvent.input(dialog.getByLabelText('E-mail'), { target: { value: 'd@example.com' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Add and invite' }));
    const request = await expectRequest('POST /api/users');
    expect(request.request.body).toEqual({
      display_name: 'Dario Lind',
      username: 'dario.lind',
      email: 'd@example.com',
      role: 'member',
    });
    request.flush({
      user: person(4, 'Dario Lind'),
      invitation: { path: '/invitation#abc', expires_at: '2026-11-30T12:00:00.000Z' },
    });
    const link = await screen.findByLabelText<HTMLInputElement>('Invitation link');
    await waitFor(() => expect(link.value).toBe('http://localhost/invitation#abc'));
    press('Done');
    await expectRequest('GET /api/users');
  });

  it('shows at the field that a username is taken', async () => {
    const { expectRequest } = await open();
    await choose('Ben', 'Edit…');
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit Ben' }));
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
    const request = await expectRequest('PATCH /api/users/2');
    expect(request.request.body).not.toHaveProperty('username');
    const errors = [{ pointer: '/email', code: 'duplicate', message: 'This address is taken' }];
    request.flush(
      { type: '/problems/duplicate', title: '', status: 409, detail: '', instance: '', errors },
      { status: 409, statusText: 'Conflict' },
    );
    expect(await dialog.findByText('This address is taken')).toBeTruthy();
  });

  it('deactivates only after asking', async () => {
    const { server, expectRequest } = await open();
    await choose('Ben', 'Deactivate…');
    await screen.findByRole('alertdialog', { name: 'Deactivate Ben?' });
    press('Cancel');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    server.expectNone('/api/users/2');

    await choose('Ben', 'Deactivate…');
    await screen.findByRole('alertdialog', { name: 'Deactivate Ben?' });
    press('Deactivate');
    const request = await expectRequest('PATCH /api/users/2');
    expect(request.request.body).toEqual({ is_active: false });
  });

  it('does not let administrators lock themselves out', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: 'Actions for Ana' }));
    await screen.findByRole('menuitem', { name: 'Edit…' });
    expect(screen.queryByRole('menuitem', { name: 'Deactivate…' })).toBeNull();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Edit…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit Ana' }));
    expect(dialog.getByLabelText<HTMLSelectElement>('Role').disabled).toBe(true);
  });
});

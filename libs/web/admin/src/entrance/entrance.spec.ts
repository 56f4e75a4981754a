import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { fireEvent, screen, waitFor } from '@testing-library/angular';
import { visit } from '../testing/admin-harness';
import { ANA, SESSION } from '../testing/people';
import { InvitationPage } from './invitation-page';
import { SetupPage } from './setup-page';
import { SignInPage } from './sign-in-page';

const ROUTES = [
  { path: 'sign-in', component: SignInPage },
  { path: 'setup', component: SetupPage },
  { path: 'invitation', component: InvitationPage },
];
const open = (url: string) => visit(url, ROUTES, null);
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const url = () => TestBed.inject(Router).url;

const refusal = (code: string, detail: string) => ({
  type: `/problems/${code}`,
  title: code,
  status: 401,
  detail,
  instance: 'r1',
});

describe('the sign-in page', () => {
  it('signs in and goes on to where one was going', async () => {
    const { server, expectRequest } = await open('/sign-in?next=%2Ftasks%3Fstatus%3Dtodo');
    server.expectOne('/api/setup').flush({ needed: false });
    type('Username or e-mail', ' ana ');
    type('Password', ' secret ');
    press('Sign in');
    const request = await expectRequest('POST /api/auth/login');
    expect(request.request.body).toEqual({ username: 'ana', password: ' secret ' });
    request.flush(SESSION);
    await waitFor(() => expect(url()).toBe('/tasks?status=todo'));
  });

  it('says why it did not work and keeps what was typed', async () => {
    const { expectRequest } = await open('/sign-in');
    type('Username or e-mail', 'ana');
    type('Password', 'wrong');
    press('Sign in');
    (await expectRequest('POST /api/auth/login')).flush(
      refusal('invalid-credentials', 'The name or the password is not right.'),
      { status: 401, statusText: 'Unauthorized' },
    );
    expect(await screen.findByText('The name or the password is not right.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Username or e-mail').value).toBe('ana');
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy();
  });

  it('tells of the setup link where nobody can sign in yet', async () => {
    const { server } = await open('/sign-in');
    server.expectOne('/api/setup').flush({ needed: true });
    expect(await screen.findByText(/one-time setup link/)).toBeTruthy();
  });
});

describe('the setup page', () => {
  it('creates the first administrator with the token of the link', async () => {
    const { server, expectRequest } = await open('/setup#the-token');
    server.expectOne('/api/setup').flush({ needed: true });
    await screen.findByLabelText('Your name');
    type('Your name', 'Ana Pereira');
    type('E-mail', 'ana@example.com');
    type('Password', 'tide rises at noon');
    press('Create administrator');
    const request = await expectRequest('POST /api/setup');
    expect(request.request.body).toEqual({
      token: 'the-token',
      display_name: 'Ana Pereira',
      username: 'ana.pereira',
      email: 'ana@example.com',
      password: 'tide rises at noon',
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    request.flush(SESSION);
    await waitFor(() => expect(url()).toBe('/'));
  });

  it('leaves a username alone that somebody typed', async () => {
    const { server } = await open('/setup#the-token');
    server.expectOne('/api/setup').flush({ needed: true });
    const username = await screen.findByLabelText<HTMLInputElement>('Username');
    fireEvent.input(username, { target: { value: 'boss' } });
    type('Your name', 'Ana Pereira');
    expect(username.value).toBe('boss');
  });

  it('does not send a password that is too short, counted as the server counts', async () => {
    const { server } = await open('/setup#the-token');
    server.expectOne('/api/setup').flush({ needed: true });
    await screen.findByLabelText('Your name');
    type('Password', '🌊🌊🌊🌊🌊🌊🌊');
    press('Create administrator');
    expect(await screen.findByText('Use at least 8 characters')).toBeTruthy();
    server.expectNone('/api/setup');
  });

  it('offers the sign-in page when all is set up already', async () => {
    const { server } = await open('/setup#the-token');
    server.expectOne('/api/setup').flush({ needed: false });
    expect(await screen.findByRole('link', { name: 'Sign in' })).toBeTruthy();
  });

  it('asks for the link where the address has no token', async () => {
    const { server } = await open('/setup');
    server.expectOne('/api/setup').flush({ needed: true });
    expect(await screen.findByRole('heading', { name: 'Open the setup link' })).toBeTruthy();
  });
});

describe('the invitation page', () => {
  it('sets the password by the token of the link, and one is in', async () => {
    const { expectRequest } = await open('/invitation#inv');
    type('New password', 'tide rises at noon');
    press('Set password and sign in');
    const request = await expectRequest('POST /api/auth/invitation');
    expect(request.request.body).toEqual({ token: 'inv', password: 'tide rises at noon' });
    request.flush(SESSION);
    await waitFor(() => expect(url()).toBe('/'));
  });

  it('says so when the link is used up', async () => {
    const { expectRequest } = await open('/invitation#inv');
    type('New password', 'tide rises at noon');
    press('Set password and sign in');
    (await expectRequest('POST /api/auth/invitation')).flush(
      refusal('link-expired', 'This link was used. Ask for a new one.'),
      { status: 400, statusText: 'Bad Request' },
    );
    expect(await screen.findByText('This link was used. Ask for a new one.')).toBeTruthy();
  });

  it('warns who is signed in that somebody else will be', async () => {
    await visit('/invitation#inv', ROUTES, ANA);
    expect(screen.getByText(/You are signed in as Ana Pereira/)).toBeTruthy();
  });
});

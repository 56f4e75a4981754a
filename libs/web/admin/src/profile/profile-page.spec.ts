import { TestBed } from '@angular/core/testing';
import { fireEvent, screen, waitFor } from '@testing-library/angular';
import { SessionStore } from '@tidemark/web/session';
import { visit } from '../testing/admin-harness';
import { ANA } from '../testing/people';
import { ProfilePage } from './profile-page';

const open = () => visit('/profile', [{ path: 'profile', component: ProfilePage }], ANA);
const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.input(box(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the profile page', () => {
  it('saves what was changed, and everything shows it', async () => {
    const { expectRequest } = await open();
    type('Name', 'Ana P.');
    fireEvent.click(screen.getByRole('radio', { name: 'Sunday' }));
    press('Save');
    const request = await expectRequest('PATCH /api/me');
    expect(request.request.body).toMatchObject({ display_name: 'Ana P.', week_start: 7 });
    request.flush({ ...ANA, display_name: 'Ana P.', week_start: 7 });
    await waitFor(() => expect(TestBed.inject(SessionStore).me()?.display_name).toBe('Ana P.'));
    expect(await screen.findByText('Profile saved')).toBeTruthy();
  });

  it('refuses a time zone that does not exist', async () => {
    const { server } = await open();
    type('Time zone', 'Mars/Phobos');
    press('Save');
    expect(await screen.findByText('Choose a time zone from the list')).toBeTruthy();
    server.expectNone('/api/me');
  });

  it('keeps what is being typed when something else of the profile changes', async () => {
    const { expectRequest } = await open();
    type('Name', 'Ana in the middle of');
    const saved = TestBed.inject(SessionStore).updateMe({ theme: 'dark' });
    (await expectRequest('PATCH /api/me')).flush({ ...ANA, theme: 'dark' });
    await saved;
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Dark' }).checked).toBe(true),
    );
    expect(box('Name').value).toBe('Ana in the middle of');
  });

  it('changes the password, and keeps nothing of it in the page', async () => {
    const { expectRequest } = await open();
    type('Current password', 'old secret words');
    type('New password', 'tide rises at noon');
    press('Change password');
    const request = await expectRequest('POST /api/me/password');
    expect(request.request.body).toEqual({
      current_password: 'old secret words',
      new_password: 'tide rises at noon',
    });
    request.flush(null);
    expect(await screen.findByText('Password changed')).toBeTruthy();
    expect([box('Current password').value, box('New password').value]).toEqual(['', '']);
  });
});

import { Component, DestroyRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { Hotkeys } from '../keyboard/hotkeys';
import type { MenuItem } from './menu-item';
import { MenuTrigger } from './menu-trigger';

const ran: string[] = [];

@Component({
  selector: 'tm-themes',
  imports: [MenuTrigger],
  template: `<button type="button" [tmMenu]="items()">Theme</button>`,
})
class Themes {
  readonly items = signal<MenuItem[]>([
    { label: 'Light', checked: true, run: () => ran.push('light') },
    { label: 'Dark', checked: false, run: () => ran.push('dark') },
    { label: 'More…', link: '/profile', divided: true },
  ]);
}

const open = async () => {
  await render(Themes, { providers: [provideRouter([])] });
  const button = screen.getByRole('button', { name: 'Theme' });
  fireEvent.click(button);
  await screen.findByRole('menu');
  return button;
};

describe('a menu button', () => {
  beforeEach(() => (ran.length = 0));

  it('opens its menu with the focus in it, and says so', async () => {
    const button = await open();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Light'));
    expect(
      screen.getAllByRole('menuitemradio').map((item) => item.getAttribute('aria-checked')),
    ).toEqual(['true', 'false']);
    expect(screen.getByRole('menuitem', { name: 'More…' }).getAttribute('href')).toBe('/profile');
  });

  it('does what is chosen, once, and gives the focus back', async () => {
    const button = await open();
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Dark' }));
    expect(ran).toEqual(['dark']);
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });

  it('lets no key that was meant for it act on the page', async () => {
    await render(Themes, { providers: [provideRouter([])] });
    const hotkey = { key: 't', label: 'Timer', run: () => ran.push('t') };
    const leave = TestBed.inject(Hotkeys).register(hotkey, TestBed.inject(DestroyRef));
    const button = screen.getByRole('button', { name: 'Theme' });
    fireEvent.click(button);
    fireEvent.keyDown(button, { key: 't' });
    fireEvent.keyDown(await screen.findByRole('menu'), { key: 't' });
    expect(ran).toEqual([]);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape', keyCode: 27 });
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    fireEvent.keyDown(button, { key: 't' });
    expect(ran).toEqual(['t']);
    leave();
  });

  it('closes with Escape, doing nothing, and opens again', async () => {
    const button = await open();
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape', keyCode: 27 });
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    fireEvent.click(button);
    expect(await screen.findByRole('menu')).toBeTruthy();
    expect(ran).toEqual([]);
  });
});

import { Component, inject, signal } from '@angular/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import { Hotkeys } from './hotkeys';

const ran: string[] = [];

@Component({ selector: 'tm-inner', template: '' })
class Inner {
  constructor() {
    inject(Hotkeys).register({ key: 'f', label: 'Filter this list', run: () => ran.push('inner') });
  }
}

@Component({
  selector: 'tm-outer',
  imports: [Inner],
  template: `
    <input aria-label="Search" />
    @if (inner()) {
      <tm-inner />
    }
  `,
})
class Outer {
  readonly hotkeys = inject(Hotkeys);
  readonly inner = signal(false);

  constructor() {
    this.hotkeys.register({ key: 'f', label: 'Filter', run: () => ran.push('outer') });
  }
}

describe('Hotkeys', () => {
  beforeEach(() => {
    ran.length = 0;
    localStorage.clear();
  });

  it('acts, but not while somebody types or holds a modifier', async () => {
    await render(Outer);
    fireEvent.keyDown(document.body, { key: 'f' });
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'f' });
    fireEvent.keyDown(document.body, { key: 'f', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'f', repeat: true });
    expect(ran).toEqual(['outer']);
  });

  it('gives a key to the latest, and back when that is gone', async () => {
    const { fixture } = await render(Outer);
    fixture.componentInstance.inner.set(true);
    await fixture.whenStable();
    fireEvent.keyDown(document.body, { key: 'f' });
    fixture.componentInstance.inner.set(false);
    await fixture.whenStable();
    fireEvent.keyDown(document.body, { key: 'f' });
    expect(ran).toEqual(['inner', 'outer']);
  });

  it('is silent when switched off, and remembers it', async () => {
    const { fixture } = await render(Outer);
    fixture.componentInstance.hotkeys.enable(false);
    fireEvent.keyDown(document.body, { key: 'f' });
    expect(ran).toEqual([]);
    expect(localStorage.getItem('tidemark.hotkeys')).toBe('off');
  });

  it('lists what acts with "?", and nothing acts under the list', async () => {
    await render(Outer);
    fireEvent.keyDown(document.body, { key: '?' });
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(dialog.textContent).toContain('Filter');
    fireEvent.keyDown(document.body, { key: 'f' });
    expect(ran).toEqual([]);
  });
});

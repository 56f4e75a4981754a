import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Service, signal } from '@angular/core';
import { Dialogs } from '../dialogs/dialogs';
import { Awaited } from './awaited';

/** A single key that does something while nobody is typing. */
export interface Hotkey {
  /** As in `KeyboardEvent.key`: "t", "/", "Enter". */
  key: string;
  /** What it does, for the list: "Start or stop the timer". */
  label: string;
  run: (event: KeyboardEvent) => void;
}

const STORED_AS = 'tidemark.hotkeys';
const TYPING = 'input, textarea, select, [contenteditable], [role="textbox"], [role="combobox"]';
const OVERLAID = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Single-key shortcuts. Off while typing and under dialogs and menus; a person can switch them off (WCAG 2.1.4). */
@Service()
export class Hotkeys {
  private readonly document = inject(DOCUMENT);
  private readonly dialogs = inject(Dialogs);
  private readonly awaited = inject(Awaited);

  /** All that act at the moment, latest last. */
  readonly registered = signal<readonly Hotkey[]>([]);
  readonly enabled = signal(localStorage.getItem(STORED_AS) !== 'off');

  constructor() {
    const listen = (event: KeyboardEvent) => this.handle(event);
    this.document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('keydown', listen));
  }

  /**
   * Adds a shortcut. The latest wins where two want the same key. In an injection context it goes with its component.
   * Gives back how to remove it before.
   */
  register(hotkey: Hotkey, destroyRef = inject(DestroyRef)): () => void {
    const remove = () => this.registered.update((all) => all.filter((one) => one !== hotkey));
    this.registered.update((all) => [...all, hotkey]);
    destroyRef.onDestroy(remove);
    return remove;
  }

  /** Switches all of them on or off, on this device. "?" stays, to switch them on again. */
  enable(on: boolean): void {
    this.enabled.set(on);
    localStorage.setItem(STORED_AS, on ? 'on' : 'off');
  }

  /** Shows what there is. */
  async help(): Promise<void> {
    const help = import('./hotkey-help').then((module) => module.HotkeyHelp);
    await this.dialogs.open(help, { width: '440px' });
  }

  private handle(event: KeyboardEvent): void {
    if (!this.concerns(event)) return;
    const hotkey = this.registered().findLast(({ key }) => key === event.key);
    if (hotkey && this.enabled()) {
      event.preventDefault();
      hotkey.run(event);
    } else if (event.key === '?') void this.help();
  }

  private concerns({ target, ctrlKey, metaKey, altKey, defaultPrevented, repeat }: KeyboardEvent) {
    if (ctrlKey || metaKey || altKey || defaultPrevented || repeat) return false;
    if (this.awaited.any) return false;
    if (target instanceof Element && target.closest(TYPING)) return false;
    return !this.document.querySelector(`.cdk-overlay-container :is(${OVERLAID})`);
  }
}

import { DOCUMENT } from '@angular/common';
import { inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { fromEvent } from 'rxjs';

/** How far a hand slips while it presses, in px. */
const SLIP_PX = 8;

interface Press {
  button: HTMLElement;
  x: number;
  y: number;
}

/**
 * A press on the button of a form counts, also when the form moves under it. Pressing it leaves the field that one was in,
 * which may take a hint away or show an error; the release then meets what has come in the button's place, and that is a
 * click on nothing. A finger is not concerned: what it touched first is what it clicks.
 */
@Service()
export class SteadyPress {
  private readonly document = inject(DOCUMENT);
  private press?: Press;

  constructor() {
    const listen = (type: 'pointerdown' | 'pointerup', hear: (event: PointerEvent) => void) =>
      fromEvent<PointerEvent>(this.document, type, { capture: true })
        .pipe(takeUntilDestroyed())
        .subscribe(hear);
    listen('pointerdown', (event) => (this.press = pressOf(event)));
    listen('pointerup', (event) => this.release(event));
  }

  private release({ clientX, clientY }: PointerEvent): void {
    const { press } = this;
    this.press = undefined;
    if (!press?.button.isConnected) return;
    if (Math.hypot(clientX - press.x, clientY - press.y) > SLIP_PX) return;
    const met = this.document.elementFromPoint(clientX, clientY);
    if (!press.button.contains(met)) press.button.click();
  }
}

function pressOf({ target, button, pointerType, clientX: x, clientY: y }: PointerEvent) {
  const pressed = target instanceof Element && target.closest<HTMLElement>('form button');
  return pressed && button === 0 && pointerType !== 'touch' ? { button: pressed, x, y } : undefined;
}

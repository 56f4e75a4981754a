import { Component, inject } from '@angular/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import { SteadyPress } from './steady-press';

const saved = jest.fn();

@Component({
  selector: 'tm-a-form',
  template: `
    <form (submit)="save($event)">
      <input />
      <button type="submit">Save</button>
    </form>
    <button type="button" (click)="save($event)">Elsewhere</button>
    <p>Beside</p>
  `,
})
class AForm {
  constructor() {
    inject(SteadyPress);
  }

  protected save(event: Event): void {
    event.preventDefault();
    saved();
  }
}

/** Presses one thing, and lets go where by then another is. */
async function press(
  name: string,
  { meets, slips = 0, ...how }: { meets: string; slips?: number } & Partial<PointerEventInit>,
) {
  await render(AForm);
  const button = screen.getByText(name);
  document.elementFromPoint = () => screen.getByText(meets);
  const pointer = { button: 0, pointerType: 'mouse', clientX: 100, clientY: 100, ...how };
  fireEvent(button, new PointerEvent('pointerdown', { bubbles: true, ...pointer }));
  const released = { ...pointer, clientY: 100 + slips };
  fireEvent(screen.getByText(meets), new PointerEvent('pointerup', { bubbles: true, ...released }));
}

describe('SteadyPress', () => {
  beforeEach(() => saved.mockClear());

  it('presses a button of a form that has moved away under the pointer', async () => {
    await press('Save', { meets: 'Beside' });
    expect(saved).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a button that is still there, whose click comes by itself', 'Save', { meets: 'Save' }],
    ['what somebody has thought better of', 'Save', { meets: 'Beside', slips: 60 }],
    [
      'a finger, whose click goes where it touched',
      'Save',
      { meets: 'Beside', pointerType: 'touch' },
    ],
    ['the other button of the mouse', 'Save', { meets: 'Beside', button: 2 }],
    ['a button that belongs to no form', 'Elsewhere', { meets: 'Beside' }],
    ['what is no button', 'Beside', { meets: 'Save' }],
  ])('leaves alone %s', async (_what, name, how) => {
    await press(name, how);
    expect(saved).not.toHaveBeenCalled();
  });
});

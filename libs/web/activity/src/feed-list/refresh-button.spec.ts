import { fireEvent, render, screen } from '@testing-library/angular';
import { RefreshButton } from './refresh-button';

const isTurning = () => document.querySelector('tm-icon')?.classList.contains('turning');
/** The icon has turned once all round. */
const turnOnce = () =>
  fireEvent(document.querySelector('tm-icon') as Element, new Event('animationiteration'));

describe('the refresh button', () => {
  it('turns all round even when the answer is there at once', async () => {
    const { fixture } = await render(RefreshButton, { inputs: { isBusy: false } });

    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await fixture.whenStable();
    expect(isTurning()).toBe(true);

    turnOnce();
    await fixture.whenStable();
    expect(isTurning()).toBe(false);
  });

  it('goes on turning until the answer is there', async () => {
    const { fixture, rerender } = await render(RefreshButton, { inputs: { isBusy: true } });

    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    turnOnce();
    await fixture.whenStable();
    expect(isTurning()).toBe(true);

    await rerender({ inputs: { isBusy: false } });
    turnOnce();
    await fixture.whenStable();
    expect(isTurning()).toBe(false);
  });
});

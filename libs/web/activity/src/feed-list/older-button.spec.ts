import { fireEvent, render, screen } from '@testing-library/angular';
import { OlderButton } from './older-button';

let scrollIntoView: () => void;

/** A browser that tells what is in view, when the test says so. */
class FakeObserver {
  readonly disconnect = jest.fn();
  readonly observe = jest.fn();

  constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
    scrollIntoView = () => callback([{ isIntersecting: true }]);
  }
}

async function renderButton(status: 'idle' | 'loading' | 'failed' = 'idle') {
  const wanted = jest.fn();
  await render(OlderButton, { inputs: { status, hasMore: true }, on: { wanted } });
  return wanted;
}

beforeEach(() => Object.assign(globalThis, { IntersectionObserver: FakeObserver }));
afterEach(() => Reflect.deleteProperty(globalThis, 'IntersectionObserver'));

describe('"Load more"', () => {
  it('does not run away when a short list shows it from the beginning', async () => {
    const wanted = await renderButton();

    scrollIntoView();
    expect(wanted).not.toHaveBeenCalled();
  });

  it('acts by itself when it scrolls into view', async () => {
    const wanted = await renderButton();

    fireEvent.scroll(document);
    scrollIntoView();
    expect(wanted).toHaveBeenCalledTimes(1);
  });

  it('acts by itself after it was pressed once', async () => {
    const wanted = await renderButton();

    fireEvent.click(screen.getByRole('button'));
    scrollIntoView();
    expect(wanted).toHaveBeenCalledTimes(2);
  });

  it.each(['loading', 'failed'] as const)('waits while it is %s', async (status) => {
    const wanted = await renderButton(status);

    fireEvent.scroll(document);
    scrollIntoView();
    expect(wanted).not.toHaveBeenCalled();
  });

  it('keeps the focus when it has loaded the last page', async () => {
    const inputs = { status: 'idle' as const, hasMore: true };
    const wanted = jest.fn();
    const { rerender } = await render(OlderButton, { inputs, on: { wanted } });
    const button = screen.getByRole('button', { name: 'Load more' });
    button.focus();

    await rerender({ inputs: { ...inputs, hasMore: false } });

    expect(document.activeElement).toBe(button);
    fireEvent.click(screen.getByRole('button', { name: 'That is everything' }));
    expect(wanted).not.toHaveBeenCalled();
  });
});

import { fireEvent, render, screen } from '@testing-library/angular';
import { Tooltip } from './tooltip';

const bubble = () => document.querySelector('.tm-tooltip')?.textContent;

describe('Tooltip', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const open = async () => {
    await render('<button aria-label="Theme" [tmTooltip]="text">T</button>', {
      imports: [Tooltip],
      componentProperties: { text: 'Light, dark or as the system' },
    });
    return screen.getByRole('button', { name: 'Theme' });
  };

  it('shows on hover after a moment, stays while it is pointed at, and goes', async () => {
    const button = await open();
    fireEvent.pointerEnter(button);
    expect(bubble()).toBeUndefined();
    jest.advanceTimersByTime(300);
    expect(bubble()).toBe('Light, dark or as the system');

    fireEvent.pointerLeave(button);
    fireEvent.pointerEnter(document.querySelector('.tm-tooltip') as Element);
    jest.advanceTimersByTime(5000);
    expect(bubble()).toBeDefined();

    fireEvent.pointerLeave(document.querySelector('.tm-tooltip') as Element);
    jest.advanceTimersByTime(300);
    expect(bubble()).toBeUndefined();
  });

  it('shows at once for the keyboard, and Escape dismisses it', async () => {
    const button = await open();
    button.focus();
    expect(bubble()).toBeDefined();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(bubble()).toBeUndefined();
  });

  it('does not outlive what it belongs to', async () => {
    const button = await open();
    button.focus();
    button.blur();
    expect(bubble()).toBeUndefined();
  });

  it('tells screen readers', async () => {
    expect((await open()).getAttribute('aria-description')).toBe('Light, dark or as the system');
  });

  it('does not say twice what the name says', async () => {
    await render('<button aria-label="Refresh" tmTooltip="Refresh">R</button>', {
      imports: [Tooltip],
    });
    expect(screen.getByRole('button').getAttribute('aria-description')).toBeNull();
  });
});

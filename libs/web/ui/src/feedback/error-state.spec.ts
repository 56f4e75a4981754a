import { render, screen } from '@testing-library/angular';
import { ErrorState } from './error-state';
import { toProblem } from './problem';

describe('ErrorState', () => {
  it('says what happened, offers the request id and a retry', async () => {
    const retry = jest.fn();
    const problem = { ...toProblem(undefined), detail: 'Try later.', instance: 'req-7f3a' };
    await render(ErrorState, { inputs: { problem, title: 'Could not load' }, on: { retry } });
    expect(screen.getByRole('alert').textContent).toMatch(/Could not load[\s\S]*Try later\./);
    expect(screen.getByRole('button', { name: 'Copy request id' })).toBeTruthy();
    screen.getByRole('button', { name: 'Retry' }).click();
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('offers no id where there was no answer', async () => {
    await render(ErrorState, { inputs: { problem: toProblem(undefined) } });
    expect(screen.queryByRole('button', { name: /Copy/ })).toBeNull();
  });
});

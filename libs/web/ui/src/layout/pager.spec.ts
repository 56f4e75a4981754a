import { render, screen } from '@testing-library/angular';
import { Pager } from './pager';

const page = (current_page: number, pages: number) => ({
  total: pages * 25,
  pages,
  current_page,
  has_prev: current_page > 1,
  has_next: current_page < pages,
});

describe('Pager', () => {
  it('goes to the neighbours of the page', async () => {
    const go = jest.fn();
    await render(Pager, { inputs: { page: page(2, 3) }, on: { go } });
    screen.getByRole('button', { name: 'Previous' }).click();
    screen.getByRole('button', { name: 'Next' }).click();
    expect(go.mock.calls).toEqual([[1], [3]]);
    expect(screen.getByText(/Page 2 of 3/)).toBeTruthy();
  });

  it('leads nowhere beyond the ends', async () => {
    const { fixture } = await render(Pager, { inputs: { page: page(1, 2) } });
    const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
    expect([button('Previous').disabled, button('Next').disabled]).toEqual([true, false]);
    fixture.componentRef.setInput('page', page(2, 2));
    await fixture.whenStable();
    expect([button('Previous').disabled, button('Next').disabled]).toEqual([false, true]);
  });

  it('is not there while everything fits on one page', async () => {
    await render(Pager, { inputs: { page: page(1, 1) } });
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});

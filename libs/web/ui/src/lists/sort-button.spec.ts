import { render, screen } from '@testing-library/angular';
import { SortButton } from './sort-button';

describe('SortButton', () => {
  it.each([
    ['name', 'ascending', 'created_at', 'name'],
    ['name', 'ascending', 'name', '-name'],
    ['name', 'ascending', '-name', 'name'],
    ['created_at', 'descending', 'name', '-created_at'],
    ['created_at', 'descending', '-created_at', 'created_at'],
  ] as const)('%s (first %s) under %s asks for %s', async (field, first, sort, next) => {
    const sorted = jest.fn();
    await render(SortButton, { inputs: { field, first, sort }, on: { sorted } });
    screen.getByRole('button').click();
    expect(sorted).toHaveBeenCalledWith(next);
  });
});

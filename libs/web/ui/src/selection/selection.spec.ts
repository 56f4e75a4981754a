import { Component, signal } from '@angular/core';
import { fireEvent, render, screen, within } from '@testing-library/angular';
import { SelectBox } from './select-box';
import { SelectStart } from './select-start';
import { Selection } from './selection';
import { SelectionBar } from './selection-bar';

const rows = signal([1, 2, 3, 4, 5].map((id) => ({ id })));

@Component({
  selector: 'tm-list',
  imports: [SelectBox, SelectionBar, SelectStart],
  template: `
    <tm-select-start [selection]="selection" />
    @for (row of rows(); track row.id) {
      <div class="selectable">
        <tm-select-box [selection]="selection" [row]="row.id" [name]="'row ' + row.id" />
        <button type="button">Open {{ row.id }}</button>
      </div>
    }
    <input aria-label="Search" />
    <tm-selection-bar [selection]="selection" sum="1:30"><button>Delete</button></tm-selection-bar>
  `,
})
class List {
  readonly rows = rows;
  readonly selection = new Selection(rows);
}

const box = (id: number) =>
  screen.getByRole<HTMLInputElement>('checkbox', { name: `Select row ${id}` });
const chosen = () =>
  screen
    .getAllByRole<HTMLInputElement>('checkbox')
    .flatMap((one, at) => (one.checked ? at + 1 : []));
const bar = () => screen.queryByRole('region', { name: 'Selection' });

async function renderList() {
  rows.set([1, 2, 3, 4, 5].map((id) => ({ id })));
  const { fixture } = await render(List);
  const act = async (work: () => unknown) => {
    work();
    await fixture.whenStable();
  };
  const click = (id: number, how = {}) => act(() => fireEvent.click(box(id), how));
  const press = (name: string) => act(() => fireEvent.click(screen.getByRole('button', { name })));
  return { act, click, press };
}

describe('a selection', () => {
  it('has no bar until something is chosen, and says politely how much is', async () => {
    const { click } = await renderList();
    expect(bar()).toBeNull();
    await click(2);
    await click(4);

    expect(bar()?.textContent).toContain('2 selected');
    expect(bar()?.textContent).toContain('1:30');
    expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe('2 selected, 1:30');
  });

  it('goes with Shift from the row last touched to this one, both ways, and back', async () => {
    const { click } = await renderList();
    await click(4);
    await click(2, { shiftKey: true });
    expect(chosen()).toEqual([2, 3, 4]);
    await click(4, { shiftKey: true });
    expect(chosen()).toEqual([]);
    await click(5, { shiftKey: true });
    expect(chosen()).toEqual([4, 5]);
  });

  it('takes all that are shown, and lets go of those that are not shown any more', async () => {
    const { act, click, press } = await renderList();
    await click(1);
    await press('Select all 5');
    expect(screen.queryByRole('button', { name: /Select all/ })).toBeNull();
    await act(() => rows.set([{ id: 2 }, { id: 3 }, { id: 6 }]));

    expect(bar()?.textContent).toContain('2 selected');
    expect(screen.getByRole('button', { name: 'Select all 3' })).toBeTruthy();
  });

  it('ends by its button and by Escape, and the focus goes back to the list', async () => {
    const { act, click, press } = await renderList();
    await click(3);
    screen.getByRole('button', { name: 'Clear the selection' }).focus();
    await press('Clear the selection');
    expect(bar()).toBeNull();
    expect(document.activeElement).toBe(box(3));

    await click(1);
    await act(() => fireEvent.keyDown(document.body, { key: 'Escape' }));
    expect(chosen()).toEqual([]);
  });

  it('is not ended by the Escape that closes a menu or dialog', async () => {
    const { act, click } = await renderList();
    await click(3);
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    escape.preventDefault();
    await act(() => document.body.dispatchEvent(escape));

    expect(chosen()).toEqual([3]);
  });

  it('takes and leaves the row of the focus by "x", but not while somebody types', async () => {
    const { act } = await renderList();
    const x = (target: Element) => act(() => fireEvent.keyDown(target, { key: 'x' }));
    const open = screen.getByRole('button', { name: 'Open 2' });
    open.focus();
    await x(open);
    expect(chosen()).toEqual([2]);
    await x(open);
    expect(chosen()).toEqual([]);
    screen.getByRole('textbox').focus();
    await x(screen.getByRole('textbox'));
    expect(chosen()).toEqual([]);
  });

  it('begins by a button where nobody can point at a row', async () => {
    const { press } = await renderList();
    await press('Select');
    expect(within(bar() as HTMLElement).getByText('0')).toBeTruthy();
    await press('Done');
    expect(bar()).toBeNull();
  });
});

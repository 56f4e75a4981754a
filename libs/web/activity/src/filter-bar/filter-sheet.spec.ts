import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MAT_BOTTOM_SHEET_DATA, MatBottomSheetRef } from '@angular/material/bottom-sheet';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import type { Pickable, PickSource } from '@tidemark/web/ui';
import { of, Subject } from 'rxjs';
import { FilterChoices } from '../choices/filter-choices';
import type { PageFilter } from '../filter/page-filter';
import { aViewer, provideViewer } from '../testing/a-viewer';
import { FilterOptions } from './filter-options';
import { FilterSheet } from './filter-sheet';

const dismiss = jest.fn();

/** More than any list would hold. */
const many = (what: string): PickSource => {
  const all = Array.from({ length: 150 }, (_, at) => ({ id: at + 1, name: `${what} ${at + 1}` }));
  return {
    search: (text) => of(all.filter(({ name }) => name.includes(text)).slice(0, 60)),
    find: (id) => of(...all.filter((one) => one.id === id)),
  };
};

async function renderSheet(
  filter: PageFilter = {},
  { viewer = aViewer(), projects = many('Project') } = {},
) {
  dismiss.mockClear();
  return render(FilterSheet, {
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideViewer(viewer),
      FilterOptions,
      { provide: FilterChoices, useValue: { projects, people: many('Person') } },
      { provide: MatBottomSheetRef, useValue: { dismiss } },
      {
        provide: MAT_BOTTOM_SHEET_DATA,
        useFactory: () => ({ filter, options: TestBed.inject(FilterOptions) }),
      },
    ],
  });
}

const button = () => screen.getByRole('button', { name: 'Show activity' });
const done = () => fireEvent.click(button());

/** Somebody typed a part of a name, pressed Enter, and is done before the answer is there. */
async function hurry() {
  const answer = new Subject<Pickable[]>();
  const search = jest.fn(() => answer);
  await renderSheet({ range: '7d' }, { projects: { ...many('Project'), search } });
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Project' });
  box.focus();
  fireEvent.input(box, { target: { value: 'Herm' } });
  fireEvent.keyDown(box, { key: 'Enter', keyCode: 13 });
  button().focus();
  done();
  await waitFor(() => expect(search).toHaveBeenCalledWith('Herm'));
  return { answer, box };
}

describe('the filters on a phone', () => {
  it('begin with what is filtered by, and hand back everything at once', async () => {
    await renderSheet({ entity_type: ['task'], range: '7d', q: 'login' });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Tasks' }).checked).toBe(true);

    fireEvent.click(screen.getByRole('checkbox', { name: 'Tasks' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Projects' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Created' }));
    expect(dismiss).not.toHaveBeenCalled();
    done();

    expect(dismiss).toHaveBeenCalledWith({
      ...{ entity_type: ['project'], action: ['created'], range: '7d', q: 'login' },
    });
  });

  it('take two days in the place of a usual period, and refuse them the wrong way round', async () => {
    const { fixture } = await renderSheet({ range: '7d' });
    fireEvent.change(screen.getByLabelText('When'), { target: { value: 'custom' } });
    await fixture.whenStable();
    fireEvent.input(screen.getByLabelText('From'), { target: { value: '2026-11-20' } });
    fireEvent.input(screen.getByLabelText('To'), { target: { value: '2026-11-10' } });
    await fixture.whenStable();
    done();
    expect(dismiss).not.toHaveBeenCalled();

    fireEvent.input(screen.getByLabelText('To'), { target: { value: '2026-11-21' } });
    await fixture.whenStable();
    done();
    expect(dismiss).toHaveBeenCalledWith({ start_date: '2026-11-20', end_date: '2026-11-21' });
  });

  it('find a person and a project by a part of the name, wherever in a list they would stand', async () => {
    await renderSheet({ project_id: 7 });
    const project = screen.getByRole<HTMLInputElement>('combobox', { name: 'Project' });
    expect(project.value).toBe('Project 7');

    const person = screen.getByRole('combobox', { name: 'Person' });
    person.focus();
    fireEvent.input(person, { target: { value: '120' } });
    fireEvent.click(await screen.findByRole('option', { name: 'Person 120' }));
    fireEvent.click(screen.getByRole('button', { name: 'Clear Project' }));
    done();

    expect(dismiss).toHaveBeenCalledWith({ user_id: 120 });
  });

  it('wait for what was typed and entered, and visibly so', async () => {
    const { answer } = await hurry();
    expect(dismiss).not.toHaveBeenCalled();
    expect(button().getAttribute('aria-busy')).toBe('true');

    answer.next([{ id: 8, name: 'Hermes' }]);
    await waitFor(() => expect(dismiss).toHaveBeenCalledWith({ range: '7d', project_id: 8 }));
    expect(dismiss).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['nothing is found', /Nothing found/, (answer: Subject<Pickable[]>) => answer.next([])],
    ['the search fails', /went wrong/, (answer: Subject<Pickable[]>) => answer.error(new Error())],
  ])('stay and say so when %s for what was entered', async (_, text, reply) => {
    const { answer, box } = await hurry();
    reply(answer);

    expect(await screen.findByRole('option', { name: text })).toBeTruthy();
    expect(document.activeElement).toBe(box);
    expect(box.value).toBe('Herm');
    expect(button().getAttribute('aria-busy')).toBeNull();
    expect(dismiss).not.toHaveBeenCalled();

    done();
    expect(dismiss).toHaveBeenCalledWith({ range: '7d' });
  });

  it('do not offer people to a member', async () => {
    await renderSheet({}, { viewer: aViewer({ role: 'member' }) });

    expect(screen.queryByLabelText('Person')).toBeNull();
    expect(screen.queryByRole('checkbox', { name: 'People' })).toBeNull();
  });
});

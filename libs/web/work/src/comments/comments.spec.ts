import { signal } from '@angular/core';
import { fireEvent, render, screen } from '@testing-library/angular';
import type { CommentView, Me } from '@tidemark/contracts';
import { SessionStore } from '@tidemark/web/session';
import { NEVER, Subject } from 'rxjs';
import { type Answer, FakeApi, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { aComment, aPerson, NOON, onePage } from '../testing/samples';
import { Comments } from './comments';
import type { CommentedThing } from './comments-api';

const LIST = 'GET /api/tasks/5/comments';
const ADD = 'POST /api/tasks/5/comments';
const members = [
  { id: 2, username: 'ben', display_name: 'Ben Kaya', role: 'lead', is_active: true },
  { id: 6, username: 'bea', display_name: 'Bea Who Left', role: 'member', is_active: false },
  { id: 3, username: 'bella', display_name: 'Bella Ortiz', role: 'member', is_active: true },
  { id: 4, username: 'carl', display_name: 'Carl Kay', role: 'member', is_active: true },
];

function server(comments: CommentView[], answers: Record<string, Answer> = {}) {
  return new FakeApi({
    [LIST]: () => ({ comments, ...onePage(comments.length) }),
    [ADD]: ({ body }) => aComment({ id: 90, ...(body as object) }),
    'GET /api/projects/3/members': () => ({ members, ...onePage(3) }),
    ...answers,
  });
}

const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);
const box = (name = 'Comment on this task') =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const type = async (text: string, into = box()) => {
  into.focus();
  into.value = text;
  into.setSelectionRange(text.length, text.length);
  fireEvent.input(into);
  await settle();
};
const press = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};
const key = async (name: string, more: object = {}) => {
  const stays = fireEvent.keyDown(box(), { key: name, ...more });
  await settle();
  return stays;
};
const offered = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

async function open(api: FakeApi, canComment = true) {
  jest.useFakeTimers({ now: NOON });
  const inputs = { thing: { kind: 'tasks', id: 5 } as const, projectId: 3, canComment };
  const view = await render(Comments, { inputs, providers: provideWork(api) });
  await settle();
  return view;
}

afterEach(() => jest.useRealTimers());

describe('comments', () => {
  it('say who said what and when, and whether it was edited', async () => {
    await open(server([aComment({ edited_at: '2026-11-23T11:30:00.000Z' })]));
    const [item] = screen.getAllByRole('listitem');

    expect(item?.textContent).toContain('Ben Kaya');
    expect(item?.textContent).toMatch(/edited\s+30/);
    expect(item?.querySelector('strong.mention, em')?.textContent).toBe('soon');
  });

  it('offer to change what may be changed, and nothing else', async () => {
    await open(server([aComment(), aComment({ id: 2, can_edit: true, can_delete: true })]));
    expect(screen.getAllByRole('button', { name: /More for the comment/ })).toHaveLength(1);
    await press(/More for the comment/);

    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent?.trim())).toEqual([
      'Edit',
      'Delete',
    ]);
  });

  it('are only read by those who may not comment', async () => {
    await open(server([]), false);

    expect(screen.getByText('No comments yet')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('say why they could not be loaded, and can be asked for again', async () => {
    const answers: Record<string, Answer> = {
      [LIST]: refuse(503, 'database-unavailable', 'Try again soon'),
    };
    const api = server([], answers);
    await open(api);
    expect(screen.getByText('The comments could not be loaded')).toBeTruthy();

    api.answers[LIST] = () => ({ comments: [aComment()], ...onePage(1) });
    await press('Retry');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });
});

describe('a new comment', () => {
  it('is sent once, trimmed, and leaves the box empty', async () => {
    const api = server([]);
    await open(api);
    await type('  On it  ');
    await press('Comment');

    expect(api.bodies(ADD)).toEqual([{ body: 'On it' }]);
    expect(box().value).toBe('');
  });

  it('is sent by Control and Enter, but not while it is empty or too long', async () => {
    const api = server([]);
    await open(api);
    await type('   ');
    await key('Enter', { ctrlKey: true });
    await type('x'.repeat(10_003));
    await key('Enter', { ctrlKey: true });
    expect(screen.getByText('3 characters too many')).toBeTruthy();
    expect(api.bodies(ADD)).toEqual([]);

    await type('Fits');
    await key('Enter', { ctrlKey: true });
    expect(api.bodies(ADD)).toEqual([{ body: 'Fits' }]);
  });

  it('is said once, however often one presses while it is on its way', async () => {
    const answer = new Subject<CommentView>();
    const api = server([], { [ADD]: () => answer });
    await open(api);
    await type('Once');
    for (let n = 0; n < 3; n++) fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
    await press('Comment');
    expect(box().readOnly).toBe(true);
    answer.next(aComment({ id: 90, body: 'Once' }));
    await settle();

    expect(api.bodies(ADD)).toHaveLength(1);
    expect([box().value, box().readOnly]).toEqual(['', false]);
  });

  it('is there at once, before the list has been asked for again', async () => {
    const api = server([]);
    await open(api);
    api.answers[LIST] = () => NEVER;
    await type('At once');
    await press('Comment');

    expect(screen.getByRole('listitem').textContent).toContain('At once');
  });

  it('stays in the box when the server refuses it, and says why', async () => {
    await open(server([], { [ADD]: refuse(409, 'archived', '"Apollo" is archived') }));
    await type('Too late');
    await press('Comment');

    expect(screen.getByRole('alert').textContent).toContain('"Apollo" is archived');
    expect(box().value).toBe('Too late');
  });

  it('waits where it was typed when one leaves', async () => {
    const { rerender } = await open(server([]));
    await type('Half a thought');
    await rerender({
      inputs: { thing: { kind: 'tasks', id: 6 } as const, projectId: 3, canComment: true },
    });
    await settle();
    expect(box().value).toBe('');
    await rerender({
      inputs: { thing: { kind: 'tasks', id: 5 } as const, projectId: 3, canComment: true },
    });
    await settle();

    expect(box().value).toBe('Half a thought');
  });

  it('is for nobody else who signs in where it was typed', async () => {
    jest.useFakeTimers({ now: NOON });
    const me = signal<Me | null>(aPerson());
    const session = { provide: SessionStore, useValue: { me, zone: signal('UTC') } };
    const { rerender } = await render(Comments, {
      inputs: { thing: { kind: 'tasks', id: 5 }, projectId: 3, canComment: true },
      providers: [...provideWork(server([])), session],
    });
    await settle();
    await type('About Ben, between us');
    const come = async (id: number) => {
      me.set(aPerson({ id }));
      const thing: CommentedThing = { kind: 'tasks', id: 5 };
      await rerender({ inputs: { thing, projectId: 3, canComment: true } });
      await settle();
    };
    await come(2);
    expect(box().value).toBe('');
    await come(1);
    expect(box().value).toBe('About Ben, between us');
  });

  it('can be looked at before it is sent', async () => {
    await open(server([]));
    await type('**Bold** <img src=x onerror=alert(1)>');
    await press('Preview');
    const preview = screen.getByRole('region', { name: 'Preview' });

    expect(preview.querySelector('strong')?.textContent).toBe('Bold');
    expect(preview.querySelector('img')).toBeNull();
    await press('Preview');
    expect(box().value).toBe('**Bold** <img src=x onerror=alert(1)>');
  });
});

describe('people to mention', () => {
  it('are offered after an "@", by username or any part of the name', async () => {
    await open(server([]));
    await type('Ask @b');
    expect(offered()).toEqual([
      expect.stringContaining('Ben Kaya'),
      expect.stringContaining('Bella Ortiz'),
    ]);
    await type('Ask @ka');
    expect(offered()).toEqual([
      expect.stringContaining('Ben Kaya'),
      expect.stringContaining('Carl Kay'),
    ]);
    await type('Ask @ka ');
    expect(offered()).toEqual([]);
  });

  it('are chosen by the keyboard alone', async () => {
    await open(server([]));
    await type('Ask @b');
    await key('ArrowDown');
    const active = box().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toContain('Bella');
    expect(await key('Enter')).toBe(false);

    expect(box().value).toBe('Ask @bella ');
    expect(offered()).toEqual([]);
    expect(document.activeElement).toBe(box());
  });

  it('leave the keys alone that choose among words of an input method', async () => {
    const api = server([]);
    await open(api);
    await type('Ask @b');
    expect(await key('Enter', { isComposing: true })).toBe(true);
    await key('Enter', { isComposing: true, ctrlKey: true });

    expect(box().value).toBe('Ask @b');
    expect(api.bodies(ADD)).toEqual([]);
  });

  it('go away by Escape, which then reaches nobody else', async () => {
    const outside = jest.fn();
    document.body.addEventListener('keydown', outside);
    await open(server([]));
    await type('Ask @b');
    await key('Escape');
    expect([offered(), outside.mock.calls.length]).toEqual([[], 0]);

    await key('Escape');
    expect(outside).toHaveBeenCalledTimes(1);
    document.body.removeEventListener('keydown', outside);
  });

  it('are chosen by the pointer, too', async () => {
    await open(server([]));
    await type('@c');
    fireEvent.click(screen.getByRole('option', { name: /Carl/ }));
    await settle();

    expect(box().value).toBe('@carl ');
  });
});

describe('an own comment', () => {
  const mine = aComment({ can_edit: true, can_delete: true, body: 'As it was' });

  it('is edited where it stands', async () => {
    const api = server([mine], { 'PATCH /api/comments/1': () => mine });
    await open(api);
    await press(/More for the comment/);
    await press('Edit', 'menuitem');
    expect(document.activeElement).toBe(box('Edit your comment'));
    await type('As it is', box('Edit your comment'));
    await press('Save');

    expect(api.bodies('PATCH /api/comments/1')).toEqual([{ body: 'As it is' }]);
    expect(screen.queryByRole('textbox', { name: 'Edit your comment' })).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/More for the comment/);
    expect(api.sent.filter(({ route }) => route === LIST)).toHaveLength(2);
  });

  it('never shows again what it said before the edit', async () => {
    const edited = { ...mine, body: 'As it is' };
    const api = server([mine], { 'PATCH /api/comments/1': () => edited });
    await open(api);
    await press(/More for the comment/);
    await press('Edit', 'menuitem');
    api.answers[LIST] = () => NEVER;
    await type('As it is', box('Edit your comment'));
    await press('Save');

    expect(screen.getByRole('listitem').textContent).toContain('As it is');
  });

  it('stays as it was when the edit is cancelled', async () => {
    const api = server([mine]);
    await open(api);
    await press(/More for the comment/);
    await press('Edit', 'menuitem');
    await type('Never mind', box('Edit your comment'));
    await press('Cancel');

    expect(screen.getByText('As it was')).toBeTruthy();
    expect(api.bodies('PATCH /api/comments/1')).toEqual([]);
  });

  it('is deleted after a question', async () => {
    const api = server([mine], { 'DELETE /api/comments/1': () => null });
    await open(api);
    await press(/More for the comment/);
    await press('Delete', 'menuitem');
    expect(screen.getByText('Delete your comment?')).toBeTruthy();
    await press('Cancel');
    expect(api.bodies('DELETE /api/comments/1')).toEqual([]);

    await press(/More for the comment/);
    await press('Delete', 'menuitem');
    await press('Delete');
    expect(api.bodies('DELETE /api/comments/1')).toHaveLength(1);
  });

  it('takes its page along when it was the last of the last page', async () => {
    const shown: number[] = [];
    let total = 21;
    const api = server([], { 'DELETE /api/comments/1': () => void (total = 20) });
    api.answers[LIST] = ({ params }) => {
      const page = Number(params['page']);
      shown.push(page);
      const there = (page - 1) * 20 < total;
      const pages = Math.ceil(total / 20);
      return {
        comments: there ? [page === 2 ? mine : aComment({ id: 5, body: 'On the first' })] : [],
        ...{ total, pages, current_page: page, has_next: page < pages, has_prev: page > 1 },
      };
    };
    await open(api);
    await press('Next');
    await press(/More for the comment/);
    await press('Delete', 'menuitem');
    await press('Delete');

    expect(shown).toEqual([1, 2, 2, 1]);
    expect(screen.getByText('On the first')).toBeTruthy();
    expect(screen.queryByText('No comments yet')).toBeNull();
  });
});

import { fireEvent, render, screen, within } from '@testing-library/angular';
import type { ActivityFilter, ActivityView, CommentView } from '@tidemark/contracts';
import { RECORD_NEWS } from '@tidemark/web/ui';
import { BehaviorSubject } from 'rxjs';
import { type Answer, FakeApi, refuse } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { aComment, NOON, onePage } from '../testing/samples';
import { Comments } from './comments';
import type { CommentedThing } from './comments-api';

const LIST = 'GET /api/tasks/5/comments';
const EDITED = '2026-11-23T11:59:00.000Z';

/** The server with its comments, newest first, and its trail of them. */
class Talk {
  comments: CommentView[] = [];
  readonly rows = new BehaviorSubject<readonly ActivityView[]>([]);
  readonly followed: ActivityFilter[] = [];
  readonly api = new FakeApi({
    [LIST]: ({ params }) => {
      const [page, size] = [Number(params['page']), Number(params['limit'])];
      const pages = Math.max(1, Math.ceil(this.comments.length / size));
      return {
        comments: this.comments.slice((page - 1) * size, page * size),
        ...{ total: this.comments.length, pages, current_page: page },
        ...{ has_next: page < pages, has_prev: page > 1 },
      };
    },
    'GET /api/projects/3/members': () => ({ members: [], ...onePage(0) }),
  });
  private rowId = 0;

  says(comment: CommentView): void {
    this.comments = [comment, ...this.comments];
    this.tells('commented', comment.id);
  }

  edits(id: number, body: string): void {
    this.comments = this.comments.map((one) =>
      one.id === id ? { ...one, body, edited_at: EDITED } : one,
    );
    this.tells('updated', id, {
      changes: [{ field: 'edited_at', from: null, to: EDITED }],
    });
  }

  deletes(id: number): void {
    this.comments = this.comments.filter((one) => one.id !== id);
    this.tells('deleted', id);
  }

  tells(action: ActivityView['action'], id: number, more: Partial<ActivityView> = {}): void {
    const row = {
      ...{ id: ++this.rowId, action, entity_type: 'comment', entity_id: id, changes: [] },
      ...{ extra_data: { comment_id: id, task_id: 5 }, ...more },
    } as unknown as ActivityView;
    this.rows.next([row, ...this.rows.value]);
  }

  /** How often the list was asked for. */
  asked(): number {
    return this.api.sent.filter(({ route }) => route === LIST).length;
  }
}

let talk: Talk;
beforeEach(() => {
  jest.useFakeTimers({ now: NOON });
  talk = new Talk();
});
afterEach(() => jest.useRealTimers());

const settle = (ms = 400) => jest.advanceTimersByTimeAsync(ms);
const said = () => screen.queryAllByRole('listitem').map((one) => bodyOf(one));
const bodyOf = (item: HTMLElement) => item.querySelector('tm-comment-body')?.textContent?.trim();
const list = () => screen.getByRole('list', { name: /Comments/ });
const pill = () => screen.queryByRole('button', { name: /new comment|have changed/ });
const press = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};
/** A mouse over the list, as of somebody who reads it. */
const point = async (event: 'pointerEnter' | 'pointerLeave') => {
  fireEvent[event](list().parentElement as HTMLElement, { pointerType: 'mouse' });
  await settle();
};

async function open() {
  const thing: CommentedThing = { kind: 'tasks', id: 5 };
  const inputs = { thing, projectId: 3, canComment: true };
  const follow = (filter: ActivityFilter) => {
    talk.followed.push(filter);
    return talk.rows;
  };
  const providers = [...provideWork(talk.api), { provide: RECORD_NEWS, useValue: follow }];
  const view = await render(Comments, { inputs, providers });
  await settle();
  return view;
}

describe('comments of others', () => {
  it('appear, change and go while the page is open', async () => {
    talk.comments = [aComment({ id: 1, body: 'First' })];
    await open();
    talk.says(aComment({ id: 2, body: 'Second' }));
    await settle();
    expect(said()).toEqual(['Second', 'First']);
    talk.edits(1, 'First, again');
    await settle();
    expect(said()).toEqual(['Second', 'First, again']);
    talk.deletes(2);
    await settle();
    expect(said()).toEqual(['First, again']);
    expect(talk.followed).toEqual([{ entity_type: ['comment'], project_id: 3 }]);
  });

  it('are not asked for again when the list shows them already', async () => {
    talk.says(aComment({ id: 1, body: 'First' }));
    talk.edits(1, 'First, edited');
    talk.says(aComment({ id: 2, body: 'Taken back' }));
    talk.deletes(2);
    await open();

    expect([said(), talk.asked()]).toEqual([['First, edited'], 1]);
  });

  it('come even when they were said between the list and the first look at the trail', async () => {
    talk.comments = [aComment({ id: 1, body: 'First' })];
    talk.tells('commented', 2);
    await open();

    expect(talk.asked()).toBe(2);
    expect(pill()).toBeNull();
  });

  it('are of this thing, not of others in the project', async () => {
    talk.comments = [aComment({ id: 1, body: 'First' })];
    await open();
    talk.tells('commented', 7, { extra_data: { comment_id: 7 } });
    talk.tells('commented', 8, { extra_data: { comment_id: 8, task_id: 6 } });
    await settle();

    expect([talk.asked(), pill()]).toEqual([1, null]);
  });

  it('wait while somebody points at the list, and come when asked for or left alone', async () => {
    talk.comments = [aComment({ id: 1, body: 'First' })];
    await open();
    await point('pointerEnter');
    talk.says(aComment({ id: 2, body: 'Second' }));
    talk.says(aComment({ id: 3, body: 'Third' }));
    await settle();
    expect([said(), pill()?.textContent?.trim()]).toEqual([['First'], '2 new comments']);

    await press('2 new comments');
    expect([said(), pill()]).toEqual([['Third', 'Second', 'First'], null]);
    talk.deletes(2);
    await settle();
    expect(pill()?.textContent?.trim()).toBe('Comments have changed');
    await point('pointerLeave');
    expect([said(), pill()]).toEqual([['Third', 'First'], null]);
  });

  it('wait on the second page, and are shown on the first', async () => {
    talk.comments = Array.from({ length: 21 }, (_, n) =>
      aComment({ id: 30 - n, body: `Number ${30 - n}` }),
    );
    await open();
    await press('Next');
    talk.says(aComment({ id: 31, body: 'The latest' }));
    await settle();
    expect(said()).toEqual(['Number 10']);

    await press('1 new comment');
    expect(said()[0]).toBe('The latest');
    expect(pill()).toBeNull();
  });

  it('are offered again when they could not be loaded', async () => {
    talk.comments = [aComment({ id: 1, body: 'First' })];
    await open();
    const answer = talk.api.answers[LIST] as Answer;
    talk.api.answers[LIST] = refuse(503, 'database-unavailable', 'Away');
    talk.says(aComment({ id: 2, body: 'Second' }));
    await settle(60_000);
    expect([said(), talk.asked()]).toEqual([['First'], 2]);

    talk.api.answers[LIST] = answer;
    await press('1 new comment');
    expect(said()).toEqual(['Second', 'First']);
  });
});

describe('a comment that is being edited', () => {
  const mine = aComment({ id: 1, body: 'As it was', can_edit: true, can_delete: true });
  const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Edit your comment' });
  const editMine = async () => {
    await press(/More for the comment of/);
    await press('Edit', 'menuitem');
    fireEvent.input(box(), { target: { value: 'As it is' } });
  };

  it('stays where it is while others go on, and keeps what is typed when they delete it', async () => {
    talk.comments = [mine];
    await open();
    await editMine();
    talk.says(aComment({ id: 2, body: 'Meanwhile' }));
    talk.deletes(1);
    await settle();
    expect(screen.getAllByRole('listitem')).toHaveLength(1);

    await press('1 new comment');
    expect(box().value).toBe('As it is');
    expect(screen.getByRole('alert').textContent).toContain('was deleted in the meantime');
    await press('Cancel');
    expect(said()).toEqual(['Meanwhile']);
  });

  it('says in its own place why it was not taken, while another one is sent', async () => {
    talk.comments = [mine];
    talk.api.answers['PATCH /api/comments/1'] = refuse(404, 'not-found', 'No such comment');
    talk.api.answers['POST /api/tasks/5/comments'] = refuse(409, 'archived', 'It is archived');
    await open();
    await editMine();
    await press('Save');
    expect(within(list()).getByRole('alert').textContent).toContain('No such comment');

    const composer = screen.getByRole('textbox', { name: 'Comment on this task' });
    fireEvent.input(composer, { target: { value: 'Hello' } });
    await press('Comment');
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'It is archived',
      'No such comment',
    ]);
  });

  it('is not lost when another one is edited, or the page is left and come back to', async () => {
    talk.comments = [{ ...mine, id: 2, body: 'The other' }, mine];
    talk.api.answers['GET /api/tasks/6/comments'] = () => ({ comments: [], ...onePage(0) });
    const { rerender } = await open();
    const goTo = async (id: number) => {
      await rerender({ inputs: { thing: { kind: 'tasks', id }, projectId: 3, canComment: true } });
      await settle();
    };
    const editNext = async () => {
      const [more] = screen.getAllByRole('button', { name: /More for the comment of/ });
      fireEvent.click(more as HTMLElement);
      await settle();
      await press('Edit', 'menuitem');
    };
    const boxes = () =>
      screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: /Edit your/ }).map(textOf);
    const textOf = ({ value }: HTMLTextAreaElement) => value;
    await editNext();
    fireEvent.input(box(), { target: { value: 'Half a thought' } });
    await editNext();
    expect(boxes()).toEqual(['Half a thought', 'As it was']);

    await goTo(6);
    await goTo(5);
    await editNext();
    expect(boxes()).toEqual(['Half a thought']);
  });
});

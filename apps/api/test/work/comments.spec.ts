import type { CommentPage, CommentView, TaskView } from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;
let task: TaskView;

beforeAll(async () => {
  team = await WorkTeam.start();
  const body = { name: 'Landing page', project_id: team.website.id };
  task = (await team.as('member').post<TaskView>('/tasks', body)).body;
});
afterAll(() => team.stop());

const onTask = () => `/tasks/${task.id}/comments`;
const onProject = () => `/projects/${team.website.id}/comments`;
const say = async (body: string, as: 'member' | 'lead' | 'admin' = 'member', path = onTask()) =>
  (await team.as(as).post<CommentView>(path, { body })).body;
const listed = async (path: string, as: 'member' | 'auditor' = 'member') =>
  (await team.as(as).get<CommentPage>(path)).body;

describe('the trail', () => {
  it('has a comment on a task from its first word to its last, and none of the words', async () => {
    let said!: CommentView;
    const rows = await team.recorded(async () => {
      said = await say('The **hero** is too tall');
      await team.as('member').patch(`/comments/${said.id}`, { body: 'The hero is fine' });
      await team.as('member').delete(`/comments/${said.id}`);
    });
    const common = {
      entity_type: 'comment',
      entity_id: said.id,
      entity_name: 'Landing page',
      project_id: team.website.id,
      user_id: team.people.member.id,
      extra_data: { comment_id: said.id, task_id: task.id },
    };
    expect(rows).toEqual([
      expect.objectContaining({
        ...common,
        action: 'commented',
        description: 'Commented on task "Landing page"',
        changes: [],
      }),
      expect.objectContaining({
        ...common,
        action: 'updated',
        description: 'Edited a comment on task "Landing page"',
        changes: [{ field: 'edited_at', from: null, to: expect.any(String) }],
      }),
      expect.objectContaining({
        ...common,
        action: 'deleted',
        description: 'Deleted a comment on task "Landing page"',
      }),
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/hero/);
  });

  it('says when a comment is on a project', async () => {
    let id = 0;
    const told = await team.told(async () => {
      ({ id } = await say('Kick-off on Monday', 'lead', onProject()));
      await team.as('lead').patch(`/comments/${id}`, { body: 'Kick-off on Tuesday' });
      await team.as('admin').delete(`/comments/${id}`);
    });
    expect(told).toEqual([
      ['commented', 'Commented on project "Website"', { comment_id: id }],
      ['updated', 'Edited a comment on project "Website"', { comment_id: id }],
      ['deleted', 'Deleted a comment on project "Website"', { comment_id: id }],
    ]);
  });

  it('has every edit, even when the clock stands still or goes back', async () => {
    const { id } = await say('One');
    const rows = await team.recorded(async () => {
      const now = jest.spyOn(team.api.clock, 'now').mockReturnValue(new Date('2026-05-01T10:00Z'));
      await team.as('member').patch(`/comments/${id}`, { body: 'Two' });
      await team.as('member').patch(`/comments/${id}`, { body: 'Three' });
      now.mockReturnValue(new Date('2026-05-01T09:00Z'));
      await team.as('member').patch(`/comments/${id}`, { body: 'Four' });
      now.mockRestore();
    });
    expect(rows.map(({ action }) => action)).toEqual(['updated', 'updated', 'updated']);
  });

  it('is silent when nothing changes and when a change is refused', async () => {
    const mine = await say('Hello @lead, as it was');
    const rows = await team.recorded(async () => {
      const same = await team.as('member').patch<CommentView>(`/comments/${mine.id}`, {
        body: `${mine.body}  `,
      });
      expect(same.body).toEqual(mine);
      for (const who of ['lead', 'admin', 'auditor'] as const) {
        const answer = await team.as(who).patch(`/comments/${mine.id}`, { body: 'Not my words' });
        expect(answer.status).toBe(403);
      }
      expect((await team.as('auditor').delete(`/comments/${mine.id}`)).status).toBe(403);
      expect((await team.as('outsider').delete(`/comments/${mine.id}`)).status).toBe(404);
    });
    expect(rows).toEqual([]);
  });

  it('takes comments along when their task or project is deleted, one activity each', async () => {
    const { id: project_id } = await team.api.people.project('Short-lived');
    const admin = team.as('admin');
    const body = { name: 'Short task', project_id };
    const { id } = (await admin.post<TaskView>('/tasks', body)).body;
    await say('On the task', 'admin', `/tasks/${id}/comments`);
    await say('And again', 'admin', `/tasks/${id}/comments`);
    await say('On the project', 'admin', `/projects/${project_id}/comments`);
    const first = await team.recorded(async () => {
      expect((await admin.delete(`/tasks/${id}`)).status).toBe(204);
    });
    expect(first.map(({ description }) => description)).toEqual([
      'Deleted a comment on task "Short task"',
      'Deleted a comment on task "Short task"',
      'Deleted task "Short task"',
    ]);
    expect(first[0]?.batch_id).toEqual(expect.any(String));
    expect(first[1]?.batch_id).toBe(first[0]?.batch_id);
    const then = await team.told(async () => {
      expect((await admin.delete(`/projects/${project_id}`)).status).toBe(204);
    });
    expect(then.map(([, description]) => description)).toEqual([
      'Deleted a comment on project "Short-lived"',
      'Deleted project "Short-lived"',
    ]);
  });
});

describe('reading', () => {
  it('keeps what is said about the project apart from what is said about its tasks', async () => {
    const general = await say('About all of it', 'lead', onProject());
    const special = await say('About the task');
    const project = (await listed(`${onProject()}?limit=100`)).comments.map(({ id }) => id);
    const ofTask = (await listed(`${onTask()}?limit=100`)).comments.map(({ id }) => id);
    expect([project.includes(general.id), project.includes(special.id)]).toEqual([true, false]);
    expect([ofTask.includes(general.id), ofTask.includes(special.id)]).toEqual([false, true]);
  });

  it('goes from the oldest on, or from the newest back, page by page', async () => {
    const body = { name: 'Long talk', project_id: team.website.id };
    const { id } = (await team.as('member').post<TaskView>('/tasks', body)).body;
    const path = `/tasks/${id}/comments`;
    for (const word of ['one', 'two', 'three']) await say(word, 'member', path);
    const words = async (query: string) =>
      (await listed(`${path}?${query}`)).comments.map((comment) => comment.body);
    expect(await words('')).toEqual(['one', 'two', 'three']);
    expect(await words('sort=-created_at&limit=2')).toEqual(['three', 'two']);
    expect(await words('limit=2&page=2')).toEqual(['three']);
    expect(await listed(`${path}?limit=2`)).toMatchObject({ total: 3, pages: 2, has_next: true });
  });

  it('says who wrote, and what the viewer may do', async () => {
    const { id } = await say('Mine');
    const { display_name, ...said } = (await listed(`${onTask()}?sort=-created_at&limit=1`))
      .comments[0] as CommentView;
    expect(display_name).toBe(team.people.member.displayName);
    expect(said).toMatchObject({ id, body: 'Mine', edited_at: null, mentions: [] });
    const rights = async (as: 'member' | 'lead' | 'admin' | 'auditor') => {
      const { body } = await team.as(as).get<CommentPage>(`${onTask()}?sort=-created_at&limit=1`);
      return [body.comments[0]?.can_edit, body.comments[0]?.can_delete];
    };
    expect(await rights('member')).toEqual([true, true]);
    expect(await rights('lead')).toEqual([false, true]);
    expect(await rights('admin')).toEqual([false, true]);
    expect(await rights('auditor')).toEqual([false, false]);
  });

  it('ends with the membership', async () => {
    const project = await team.api.people.project('Left behind', [[team.people.member, 'member']]);
    const path = `/projects/${project.id}/comments`;
    const { id } = await say('Still here', 'member', path);
    await team.as('admin').delete(`/projects/${project.id}/members/${team.people.member.id}`);
    for (const answer of [
      await team.as('member').get(path),
      await team.as('member').post(path, { body: 'Back' }),
      await team.as('member').patch(`/comments/${id}`, { body: 'Changed' }),
      await team.as('member').delete(`/comments/${id}`),
    ]) {
      expect(answer.status).toBe(404);
    }
  });

  it('is all that an archived project allows', async () => {
    const project = await team.api.people.project('Done with', [[team.people.member, 'lead']]);
    const path = `/projects/${project.id}/comments`;
    const { id } = await say('Well done', 'member', path);
    await team.as('member').post(`/projects/${project.id}/archive`, {});
    const [comment] = (await listed(path)).comments;
    expect([comment?.can_edit, comment?.can_delete]).toEqual([false, false]);
    for (const answer of [
      await team.as('member').post(path, { body: 'More' }),
      await team.as('member').patch(`/comments/${id}`, { body: 'Less' }),
      await team.as('member').delete(`/comments/${id}`),
    ]) {
      expect([answer.status, answer.body.type]).toEqual([409, '/problems/archived']);
    }
  });
});

describe('mentions', () => {
  const stored = async (id: number) =>
    (await team.api.sql<{ body: string }>('SELECT body FROM comment WHERE id = $1', [id]))[0]?.body;

  it('are people who may see the project, by any letter case and before a full stop', async () => {
    const text =
      'Ask @lead, @Admin or @auditor. Not @outsider, @nobody, ana@lead.de, @leadö or @lead2.';
    const said = await say(text);
    expect(said.mentions.map(({ username }) => username)).toEqual(['admin', 'auditor', 'lead']);
    expect(said.body).toBe(text.replace('@Admin', '@admin'));
    expect(await stored(said.id)).not.toMatch(/@lead,|@admin|@auditor/i);
    expect(await stored(said.id)).toContain('@outsider');
  });

  it('follow a person who gets another name', async () => {
    const said = await say('Thanks @lead!');
    await renamed('lead-renamed');
    const found = (await listed(`${onTask()}?sort=-created_at&limit=1`)).comments[0];
    expect(found?.body).toBe('Thanks @lead-renamed!');
    expect(found?.mentions).toEqual([
      expect.objectContaining({ id: team.people.lead.id, username: 'lead-renamed' }),
    ]);
    const rows = await team.recorded(() =>
      team.as('member').patch(`/comments/${said.id}`, { body: 'Thanks @lead-renamed!' }),
    );
    expect(rows).toEqual([]);
    await renamed('lead');
  });

  it('stay when the person has left the project, and cannot be made by hand', async () => {
    const project = await team.api.people.project('Farewell', [
      [team.people.member, 'lead'],
      [team.people.lead, 'member'],
    ]);
    const path = `/projects/${project.id}/comments`;
    const { id } = await say('Bye @lead', 'member', path);
    await team.as('admin').delete(`/projects/${project.id}/members/${team.people.lead.id}`);
    const edited = await team
      .as('member')
      .patch<CommentView>(`/comments/${id}`, { body: 'Goodbye @lead' });
    expect(edited.body.mentions).toHaveLength(1);
    expect((await say('Again @lead', 'member', path)).mentions).toEqual([]);
    const byHand = await team.as('member').post(path, { body: '@\ufdd21\ufdd2' });
    expect(byHand.status).toBe(400);
  });

  it('stay of who was deactivated since, and are no more made of them', async () => {
    const gone = await team.api.people.make('gone');
    const project = await team.api.people.project('Quiet', [
      [team.people.member, 'member'],
      [gone, 'member'],
    ]);
    const path = `/projects/${project.id}/comments`;
    const { id } = await say('Ask @gone', 'member', path);
    await team.as('admin').patch(`/users/${gone.id}`, { is_active: false });
    const named = async (body: string) =>
      (await team.as('member').patch<CommentView>(`/comments/${id}`, { body })).body.mentions.map(
        ({ username }) => username,
      );
    expect((await listed(path)).comments[0]?.mentions).toMatchObject([{ username: 'gone' }]);
    expect(await named('Ask @gone, or me')).toEqual(['gone']);
    expect((await say('And @gone?', 'member', path)).mentions).toEqual([]);
    // Once taken out, not to be put in again.
    expect(await named('Ask me')).toEqual([]);
    expect(await named('Ask @gone')).toEqual([]);
  });

  const renamed = async (username: string) => {
    await team.api.sql("SET session_replication_role = 'replica'");
    await team.api.sql('UPDATE "user" SET username = $1 WHERE id = $2', [
      username,
      team.people.lead.id,
    ]);
    await team.api.sql('RESET session_replication_role');
  };
});

describe('what is said', () => {
  it.each([
    ['', 400],
    ['   \n ', 400],
    ['\u200b', 400],
    ['x'.repeat(10_001), 400],
    ['\u202egpj.exe', 400],
    ['\u0000', 400],
    [7, 400],
    [null, 400],
    ['😀'.repeat(10_000), 201],
    ['Two\n\nparagraphs\twith a tab', 201],
  ])('is refused when it is nothing, too much or deceiving: %j', async (body, status) => {
    const answer = await team.as('member').post(onTask(), { body });
    expect(answer.status).toBe(status);
  });

  it('is kept as it was written, markup and all', async () => {
    const text = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) <svg onload=alert(1)>';
    expect((await say(text)).body).toBe(text);
  });

  it('has no fields but its body', async () => {
    for (const extra of [{ author_id: 1 }, { task_id: 1 }, { created_at: '2026-01-01T00:00Z' }]) {
      const answer = await team.as('member').post(onTask(), { body: 'x', ...extra });
      expect(answer.status).toBe(400);
    }
  });
});

import type { InvitedUser, PersonView, Problem, UserPage, UserView } from '@tidemark/contracts';
import { type Person, SpecApi } from '../support';

let api: SpecApi;
let admin: Person;
let auditor: Person;
let member: Person;

beforeEach(async () => {
  api = await SpecApi.start();
  admin = await api.people.make('admin', 'admin');
  auditor = await api.people.make('auditor', 'auditor');
  member = await api.people.make('member');
});
afterEach(() => api.stop());

const list = async (query = '', person = admin) =>
  (await api.as(person).get<UserPage>(`/users${query}`)).body;
const names = async (query = '', person = admin) =>
  (await list(query, person)).users.map(({ username }) => username);
const grace = { username: 'grace', display_name: 'Grace', email: 'g@example.com', role: 'member' };
const create = (own: object = {}) =>
  api.as(admin).post<InvitedUser & Problem>('/users', { ...grace, ...own });
const change = (id: number, body: object, by = admin) =>
  api.as(by).patch<UserView & Problem>(`/users/${id}`, body);
const rows = (query: string) => api.as(admin).feed(`?entity_type=user&${query}`);

describe('the list', () => {
  it('shows administrators and auditors everything', async () => {
    for (const person of [admin, auditor]) {
      const page = await list('', person);
      expect(page).toMatchObject({ total: 3, pages: 1, current_page: 1, has_next: false });
      expect(page.users[2]).toEqual({
        id: member.id,
        username: 'member',
        display_name: 'Member Person',
        email: 'member@example.com',
        role: 'member',
        time_zone: 'Europe/Berlin',
        is_active: true,
        is_invited: false,
        last_sign_in_at: expect.stringMatching(/Z$/),
        created_at: expect.stringMatching(/Z$/),
      });
    }
  });

  it('shows everybody else the names of active people', async () => {
    const gone = await api.people.make('gone');
    await change(gone.id, { is_active: false });
    const { users } = await list('', member);
    expect(users).toEqual([
      { id: admin.id, username: 'admin', display_name: 'Admin Person' },
      { id: auditor.id, username: 'auditor', display_name: 'Auditor Person' },
      { id: member.id, username: 'member', display_name: 'Member Person' },
    ] satisfies PersonView[]);
    expect(await names('?is_active=true', member)).toEqual(['admin', 'auditor', 'member']);
  });

  it.each(['role=admin', 'is_active=false', 'sort=created_at', 'sort=-last_sign_in_at'])(
    'tells a member nothing by %s',
    async (query) => {
      expect((await api.as(member).get(`/users?${query}`)).status).toBe(403);
      expect((await api.as(auditor).get(`/users?${query}`)).status).toBe(200);
    },
  );

  it('finds a part of a name, and of an e-mail address for those who may see it', async () => {
    expect(await names('?q=ADMIN')).toEqual(['admin']);
    expect(await names('?q=person')).toEqual(['admin', 'auditor', 'member']);
    expect(await names('?q=member@exa')).toEqual(['member']);
    expect(await names('?q=member@exa', member)).toEqual([]);
    expect(await names(`?id=${member.id},${admin.id}`, member)).toEqual(['admin', 'member']);
    expect(await names('?q=%25')).toEqual([]);
    expect(await names('?q=_')).toEqual([]);
  });

  it('filters by role and state', async () => {
    const gone = await api.people.make('gone');
    await change(gone.id, { is_active: false });
    expect(await names('?role=auditor')).toEqual(['auditor']);
    expect(await names('?is_active=false')).toEqual(['gone']);
    expect(await names('?is_active=true&role=member')).toEqual(['member']);
    expect(await names()).toHaveLength(4);
  });

  it('sorts and pages without repeating anybody', async () => {
    await create();
    expect(await names('?sort=-username')).toEqual(['member', 'grace', 'auditor', 'admin']);
    expect((await names('?sort=-last_sign_in_at')).at(-1)).toBe('grace');
    expect((await names('?sort=last_sign_in_at')).at(-1)).toBe('grace');
    const first = await list('?limit=3&sort=created_at');
    const second = await list('?limit=3&page=2&sort=created_at');
    expect(first).toMatchObject({ total: 4, pages: 2, has_next: true, has_prev: false });
    expect(second).toMatchObject({ total: 4, current_page: 2, has_next: false, has_prev: true });
    const seen = [...first.users, ...second.users].map(({ username }) => username);
    expect(seen).toEqual(['admin', 'auditor', 'member', 'grace']);
  });
});

describe('one person', () => {
  it('is shown to administrators and auditors only', async () => {
    const path = `/users/${member.id}`;
    expect((await api.as(auditor).get<UserView>(path)).body).toMatchObject({ username: 'member' });
    expect((await api.as(member).get(path)).status).toBe(403);
    expect((await api.anonymous.get(path)).status).toBe(401);
  });

  it('is changed by nobody but administrators', async () => {
    for (const person of [auditor, member]) {
      expect((await change(member.id, { role: 'admin' }, person)).status).toBe(403);
      expect((await api.as(person).post('/users', grace)).status).toBe(403);
      expect((await api.as(person).post(`/users/${member.id}/invitation`)).status).toBe(403);
    }
    expect((await api.anonymous.post('/users', grace)).status).toBe(401);
    expect(await rows('action=created,updated')).toEqual([]);
  });
});

describe('a new person', () => {
  it('gets an account without a password, and a link', async () => {
    const { status, body } = await create({ username: ' Grace.H ', time_zone: 'Asia/Tokyo' });
    expect(status).toBe(201);
    expect(body.user).toEqual({
      id: expect.any(Number),
      username: 'grace.h',
      display_name: 'Grace',
      email: 'g@example.com',
      role: 'member',
      time_zone: 'Asia/Tokyo',
      is_active: true,
      is_invited: true,
      last_sign_in_at: null,
      created_at: expect.any(String),
    });
    expect(body.invitation.path).toMatch(/^\/invitation#[\w-]{43}$/);
  });

  it('is recorded with the role, and without the link', async () => {
    const { body } = await create({ role: 'auditor' });
    expect(await rows('action=created')).toEqual([
      expect.objectContaining({
        user_id: admin.id,
        action: 'created',
        entity_type: 'user',
        entity_id: body.user.id,
        entity_name: 'Grace',
        project_id: null,
        description: 'Created user "grace"',
        extra_data: { role: 'auditor' },
        changes: [],
      }),
    ]);
  });

  it.each([
    ['username', { username: 'member', email: 'new@example.com' }],
    ['username', { username: 'MEMBER' }],
    ['email', { email: 'Member@Example.com' }],
  ])('cannot have the %s of another', async (field, own) => {
    const { status, body } = await create(own);
    expect([status, body.type]).toEqual([409, '/problems/duplicate']);
    expect(body.errors).toEqual([
      expect.objectContaining({ pointer: `/${field}`, code: 'duplicate' }),
    ]);
    expect(await rows('action=created')).toEqual([]);
  });

  it('is made once when two administrators make the same at once', async () => {
    const answers = await Promise.all([create(), create(), create()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await rows('action=created')).toHaveLength(1);
  });
});

describe('a changed person', () => {
  const expectRow = async (description: string, changes: object[], changed_fields: string[]) => {
    const [row, ...others] = await rows('action=updated');
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      user_id: admin.id,
      entity_id: member.id,
      description,
      extra_data: { changed_fields },
      changes,
    });
  };
  const role = { field: 'role', from: 'member', to: 'admin' };
  const inactive = { field: 'is_active', from: true, to: false };

  it('has a new name and e-mail', async () => {
    const { body } = await change(member.id, { display_name: 'Mia', email: 'mia@example.com' });
    expect(body).toMatchObject({ display_name: 'Mia', email: 'mia@example.com' });
    await expectRow(
      'Updated user "member"',
      [
        { field: 'display_name', from: 'Member Person', to: 'Mia' },
        { field: 'email', from: 'member@example.com', to: 'mia@example.com' },
      ],
      ['display_name', 'email'],
    );
  });

  it('has another role', async () => {
    expect((await change(member.id, { role: 'admin' })).body.role).toBe('admin');
    const words = 'Changed role of user "member" from member to admin';
    await expectRow(words, [role], ['role']);
  });

  it('is deactivated', async () => {
    expect((await change(member.id, { is_active: false })).body.is_active).toBe(false);
    await expectRow('Deactivated user "member"', [inactive], ['is_active']);
  });

  it('is reactivated', async () => {
    await change(member.id, { is_active: false });
    await change(member.id, { is_active: true });
    const [newest] = await rows('action=updated&limit=1');
    expect(newest).toMatchObject({
      description: 'Reactivated user "member"',
      extra_data: { changed_fields: ['is_active'] },
      changes: [{ field: 'is_active', from: false, to: true }],
    });
  });

  it('tells the weightiest of several changes in one row with all of them', async () => {
    await change(member.id, { display_name: 'Mia', role: 'admin', is_active: false });
    await expectRow(
      'Deactivated user "member"',
      [{ field: 'display_name', from: 'Member Person', to: 'Mia' }, role, inactive],
      ['display_name', 'role', 'is_active'],
    );
  });

  it('writes nothing when nothing changes', async () => {
    const same = { display_name: 'Member Person', role: 'member', is_active: true };
    expect((await change(member.id, same)).status).toBe(200);
    expect((await change(member.id, {})).status).toBe(200);
    expect(await rows('action=updated')).toEqual([]);
  });

  it('keeps old rows readable under the new name', async () => {
    await change(member.id, { role: 'auditor' });
    await change(member.id, { display_name: 'Mia' });
    expect((await rows('action=updated')).map(({ entity_name }) => entity_name)).toEqual([
      'Mia',
      'Mia',
    ]);
  });

  it('cannot sign in while deactivated, and can afterwards', async () => {
    const signIn = async () =>
      (await api.anonymous.post('/auth/login', { username: 'member', password: member.password }))
        .status;
    await change(member.id, { is_active: false });
    expect(await signIn()).toBe(401);
    await change(member.id, { is_active: true });
    expect(await signIn()).toBe(200);
  });
});

describe('administrators', () => {
  it.each([{ role: 'member' }, { role: 'auditor' }, { is_active: false }])(
    'keep the last of them from %p',
    async (body) => {
      const answer = await change(admin.id, body);
      expect([answer.status, answer.body.type]).toEqual([409, '/problems/last-admin']);
      expect(await rows('action=updated')).toEqual([]);
    },
  );

  it('do not count when they are deactivated', async () => {
    const second = await api.people.make('second', 'admin');
    await change(second.id, { is_active: false });
    const answer = await change(admin.id, { role: 'member' });
    expect(answer.body.type).toBe('/problems/last-admin');
  });

  it.each([{ role: 'member' }, { is_active: false }])(
    'do not do %p to themselves',
    async (body) => {
      await api.people.make('second', 'admin');
      const answer = await change(admin.id, body);
      expect([answer.status, answer.body.type]).toEqual([409, '/problems/conflict']);
    },
  );

  it('may change their own name, and demote one another', async () => {
    const second = await api.people.make('second', 'admin');
    expect((await change(admin.id, { display_name: 'Boss', role: 'admin' })).status).toBe(200);
    expect((await change(second.id, { role: 'member' })).status).toBe(200);
  });

  it.each([{ role: 'member' }, { is_active: false }])(
    'remain one when the last two do %p to one another at once',
    async (body) => {
      const second = await api.people.make('second', 'admin');
      const answers = await Promise.all([
        change(second.id, body, admin),
        change(admin.id, body, second),
      ]);
      const left = await names('?role=admin&is_active=true', auditor);
      expect(left).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.map(({ status }) => status)).not.toContain(500);
    },
  );
});

describe('the database', () => {
  const set = (assignment: string) =>
    api.sql(`UPDATE "user" SET ${assignment} WHERE id = $1`, [member.id]);

  it.each([
    `username = 'eve'`,
    `display_name = 'Eve'`,
    `email = 'eve@example.com'`,
    `role = 'admin'`,
    `time_zone = 'UTC'`,
    `is_active = false`,
    `password_hash = 'x'`,
  ])('refuses %s without a line in the trail', async (assignment) => {
    await expect(set(assignment)).rejects.toMatchObject({ code: 'TM001' });
  });

  it.each([`last_sign_in_at = now()`, `theme = 'dark'`, `token_version = 1`])(
    'takes %s for bookkeeping',
    async (assignment) => {
      await expect(set(assignment)).resolves.toEqual([]);
    },
  );

  it.each([`username = 'Eve'`, `username = ''`, `role = 'root'`, `week_start = 2`])(
    'refuses %s in any case',
    async (assignment) => {
      await expect(set(assignment)).rejects.toMatchObject({ code: '23514' });
    },
  );
});

import type { Me, Problem } from '@tidemark/contracts';
import { PASSWORD, type Person, SpecApi } from '../support';
import { Browser } from './browser';

let api: SpecApi;
let admin: Person;
let ada: Person;

beforeEach(async () => {
  api = await SpecApi.start();
  admin = await api.people.make('admin', 'admin');
  ada = await api.people.make('ada');
});
afterEach(() => api.stop());

const save = (body: object) => api.as(ada).patch<Me & Problem>('/me', body);
const changePassword = (current_password: string, new_password: string, person = ada) =>
  api.as(person).post('/me/password', { current_password, new_password });
const rows = (action: string) => api.as(admin).feed(`?entity_type=user&action=${action}`);

describe('the own profile', () => {
  it('is what it was changed to', async () => {
    const { status, body } = await save({
      display_name: '  Ada King ',
      email: 'Countess@example.com',
      time_zone: 'Asia/Kathmandu',
      theme: 'dark',
      week_start: 7,
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      id: ada.id,
      username: 'ada',
      display_name: 'Ada King',
      email: 'Countess@example.com',
      role: 'member',
      time_zone: 'Asia/Kathmandu',
      theme: 'dark',
      week_start: 7,
      is_lead: false,
    });
    expect((await api.as(ada).get('/me')).body).toEqual(body);
  });

  it('is recorded with what changed, by the person', async () => {
    await save({ display_name: 'Ada King', time_zone: 'Asia/Kathmandu', theme: 'dark' });
    expect(await rows('updated')).toEqual([
      expect.objectContaining({
        user_id: ada.id,
        entity_type: 'user',
        entity_id: ada.id,
        entity_name: 'Ada King',
        project_id: null,
        description: 'Updated user "ada"',
        extra_data: { changed_fields: ['display_name', 'time_zone'] },
        changes: [
          { field: 'display_name', from: 'Ada Person', to: 'Ada King' },
          { field: 'time_zone', from: 'Europe/Berlin', to: 'Asia/Kathmandu' },
        ],
      }),
    ]);
  });

  it('writes nothing when nothing changes, or only the own screen', async () => {
    const { body: me } = await api.as(ada).get<Me>('/me');
    const { display_name, email, time_zone } = me;
    expect((await save({ display_name, email, time_zone })).status).toBe(200);
    expect((await save({})).status).toBe(200);
    expect((await save({ theme: 'dark', week_start: 6 })).body).toMatchObject({ theme: 'dark' });
    expect(await rows('updated')).toEqual([]);
  });

  it('moves the instant of the last change with a name, and with nothing that stays the same', async () => {
    const updatedAt = async () => {
      const [row] = await api.sql<{ updated_at: Date }>(
        'SELECT updated_at FROM "user" WHERE id = $1',
        [ada.id],
      );
      return row?.updated_at.toISOString();
    };
    const before = await updatedAt();
    await save({ display_name: 'Ada Person' });
    expect(await updatedAt()).toBe(before);
    api.clock.set(new Date('2030-01-01T00:00:00Z'));
    await save({ display_name: 'Ada King' });
    expect(await updatedAt()).toBe('2030-01-01T00:00:00.000Z');
  });

  it("refuses somebody else's e-mail address, whatever its case, and leaves nothing behind", async () => {
    const { status, body } = await save({ display_name: 'Eve', email: 'ADMIN@example.com' });
    expect([status, body.type]).toEqual([409, '/problems/duplicate']);
    expect(body.errors).toEqual([
      {
        pointer: '/email',
        code: 'duplicate',
        message: 'Somebody else has this e-mail address',
      },
    ]);
    expect((await api.as(ada).get<Me>('/me')).body.display_name).toBe('Ada Person');
    expect(await rows('updated')).toEqual([]);
  });
});

describe('the own password', () => {
  it('is changed: the new one works, the old one does not', async () => {
    expect((await changePassword(PASSWORD, 'neap-tide-9-marks')).status).toBe(204);
    const browser = new Browser(api);
    expect((await browser.signIn('ada', PASSWORD)).status).toBe(401);
    expect((await browser.signIn('ada', 'neap-tide-9-marks')).status).toBe(200);
  });

  it('is recorded without any part of it', async () => {
    await changePassword(PASSWORD, 'neap-tide-9-marks');
    expect(await rows('password_changed')).toEqual([
      expect.objectContaining({
        user_id: ada.id,
        entity_id: ada.id,
        entity_name: 'Ada Person',
        description: 'Changed password',
        extra_data: {},
        changes: [],
        source: 'person',
      }),
    ]);
    const [row] = await api.sql<{ all: string }>(
      'SELECT jsonb_agg(a)::text AS all FROM activity a',
    );
    expect(row?.all).not.toMatch(/argon2|neap|tidal/);
  });

  it('ends the other sessions at once, and keeps this one', async () => {
    const [here, elsewhere] = [new Browser(api), new Browser(api)];
    const { access_token } = (await here.signIn('ada', PASSWORD)).body;
    const other = (await elsewhere.signIn('ada', PASSWORD)).body;
    await changePassword(PASSWORD, 'neap-tide-9-marks', { ...ada, token: access_token });

    expect((await elsewhere.refresh()).status).toBe(401);
    expect((await api.as({ ...ada, token: other.access_token }).get('/me')).status).toBe(401);
    expect((await api.as({ ...ada, token: access_token }).get('/me')).status).toBe(200);
    expect((await here.refresh()).status).toBe(200);
  });

  it('needs the current one', async () => {
    const { status, body } = await changePassword('wrong', 'neap-tide-9-marks');
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      {
        pointer: '/current_password',
        code: 'wrong-password',
        message: 'This is not your current password',
      },
    ]);
    expect(await rows('password_changed')).toEqual([]);
  });

  it('cannot be guessed for long by somebody at an unlocked screen', async () => {
    for (let n = 0; n < 10; n++) await changePassword('wrong', 'neap-tide-9-marks');
    const { status, headers } = await changePassword(PASSWORD, 'neap-tide-9-marks');
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await new Browser(api).signIn('ada', PASSWORD)).status).toBe(200);
  });

  it('is the same however a keyboard composes its letters', async () => {
    await changePassword(PASSWORD, 'übergrößenträger'.normalize('NFD'));
    const { status } = await new Browser(api).signIn('ada', 'übergrößenträger'.normalize('NFC'));
    expect(status).toBe(200);
  });

  it('is changed by one of two who try at once', async () => {
    const answers = await api.beside(async (somebody) => {
      await somebody.query('SELECT FROM "user" WHERE id = $1 FOR UPDATE', [ada.id]);
      const both = [
        changePassword(PASSWORD, 'neap-tide-9-marks'),
        changePassword(PASSWORD, 'spring-tide-8-marks'),
      ];
      // Both have proven the old password, and neither has set the new one yet.
      await api.waiting(2);
      await somebody.query('COMMIT');
      return Promise.all(both);
    });
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await rows('password_changed')).toHaveLength(1);
  });
});

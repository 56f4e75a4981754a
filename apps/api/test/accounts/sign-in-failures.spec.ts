import { SignInFailures } from '@tidemark/api/accounts';
import type { ActivityView } from '@tidemark/contracts';
import { PASSWORD, type Person, SpecApi } from '../support';
import { Browser } from './browser';

const STRANGER = '203.0.113.7';
let api: SpecApi;
let admin: Person;
let ada: Person;

beforeEach(async () => {
  api = await SpecApi.start();
  api.clock.set(new Date('2026-03-02T09:00:10Z'));
  admin = await api.people.make('admin', 'admin');
  ada = await api.people.make('ada');
});
afterEach(() => api.stop());

const fail = (name = 'ada', address = STRANGER) => new Browser(api, address).signIn(name, 'wrong');
const minuteOver = () => api.clock.set(new Date('2026-03-02T09:01:05Z'));
const flush = () => api.app.get(SignInFailures).flush();
const rows = () => api.as(admin).feed('?action=sign_in_failed');
const counts = async () => (await rows()).map(({ extra_data }) => extra_data['count']);

it('records the first failure at once, about the account and by nobody', async () => {
  await fail();
  expect(await rows()).toEqual([
    {
      id: expect.any(Number),
      user_id: null,
      username: null,
      display_name: expect.any(String),
      action: 'sign_in_failed',
      entity_type: 'user',
      entity_id: ada.id,
      entity_name: 'Ada Person',
      project_id: null,
      description: 'Failed sign-in',
      extra_data: { count: 1 },
      changes: [],
      created_at: '2026-03-02T09:00:10.000Z',
      source: 'anonymous',
      batch_id: null,
      ip_address: STRANGER,
      user_agent: 'lightMyRequest',
    } satisfies Record<keyof ActivityView, unknown>,
  ]);
});

it('sums the others of the minute up in one more row when it is over', async () => {
  for (let n = 0; n < 8; n++) await fail();
  await flush();
  expect(await counts()).toEqual([1]);

  minuteOver();
  await flush();
  await flush();
  const [summary, first, ...others] = await rows();
  expect([first?.extra_data, others]).toEqual([{ count: 1 }, []]);
  expect(summary).toMatchObject({
    user_id: null,
    source: 'job:sign-in-failures',
    entity_id: ada.id,
    entity_name: 'Ada Person',
    description: 'Failed sign-in 7 times',
    extra_data: { count: 7 },
    ip_address: STRANGER,
    user_agent: null,
    created_at: '2026-03-02T09:01:05.000Z',
  });
});

it('adds no row when there was only one', async () => {
  await fail();
  minuteOver();
  await flush();
  expect(await counts()).toEqual([1]);
});

it('keeps accounts, addresses and minutes apart', async () => {
  await fail('ada');
  await fail('admin');
  await fail('ada', '198.51.100.1');
  minuteOver();
  await fail('ada');
  expect(await counts()).toEqual([1, 1, 1, 1]);
});

it('names no account where there is none', async () => {
  await fail('nobody');
  await fail('nobody-else');
  minuteOver();
  await flush();
  expect(await rows()).toEqual([
    expect.objectContaining({
      entity_id: null,
      entity_name: 'unknown account',
      extra_data: { count: 1 },
    }),
    expect.objectContaining({
      entity_id: null,
      entity_name: 'unknown account',
      extra_data: { count: 1 },
    }),
  ]);
});

it('counts the tries that the limit refused as well', async () => {
  for (let n = 0; n < 12; n++) await fail();
  minuteOver();
  await flush();
  expect(await counts()).toEqual([11, 1]);
});

it('counts every one of many at once', async () => {
  await Promise.all(Array.from({ length: 20 }, () => fail()));
  minuteOver();
  await Promise.all([flush(), flush(), flush()]);
  expect(await counts()).toEqual([19, 1]);
});

it('loses none when the product stops within the minute', async () => {
  for (let n = 0; n < 3; n++) await fail();
  await api.app.close();
  const left = await api.sql<{ extra_data: unknown }>(
    `SELECT extra_data FROM activity WHERE action = 'sign_in_failed' ORDER BY id`,
  );
  expect(left.map(({ extra_data }) => extra_data)).toEqual([{ count: 1 }, { count: 2 }]);
});

it('shows failed sign-ins to administrators, not to the person', async () => {
  await fail();
  expect(await api.as(ada).feed('?action=sign_in_failed')).toEqual([]);
});

it('leaves a right password out of it', async () => {
  await new Browser(api).signIn('ada', PASSWORD);
  expect(await rows()).toEqual([]);
});

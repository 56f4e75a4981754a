import type { SettingsView } from '@tidemark/contracts';
import { WorkTeam } from './work-team';

let team: WorkTeam;
/** Before anybody has changed anything. */
let beginning: { settings: SettingsView; recorded: unknown[] };

beforeAll(async () => {
  team = await WorkTeam.start();
  const recorded = await team.api.sql('SELECT FROM activity WHERE entity_type = $1', ['setting']);
  beginning = { settings: await read(), recorded };
});
afterAll(() => team.stop());
beforeEach(() => change({ time_zone: 'UTC', late_edit_days: 30 }));

const read = async () => (await team.as('member').get<SettingsView>('/settings')).body;
const change = (body: object) => team.as('admin').patch<SettingsView>('/settings', body);

it('begins with UTC, and with a reason after thirty days', () => {
  const settings = { time_zone: 'UTC', late_edit_days: 30 };
  expect(beginning).toEqual({ settings, recorded: [] });
});

it('records each setting that changes by itself, with what it was', async () => {
  const rows = await team.recorded(async () => {
    const both = await change({ time_zone: 'Europe/Berlin', late_edit_days: 14 });
    expect([both.status, both.body]).toEqual([
      200,
      { time_zone: 'Europe/Berlin', late_edit_days: 14 },
    ]);
    await change({ late_edit_days: null });
    await change({ late_edit_days: 0 });
  });
  const setting = { entity_type: 'setting', action: 'updated', project_id: null, extra_data: {} };
  const days = 'Days until an edit needs a reason';
  expect(rows).toEqual([
    expect.objectContaining({
      ...setting,
      entity_name: 'Time zone',
      description: 'Changed setting "Time zone" from UTC to Europe/Berlin',
      changes: [{ field: 'time_zone', from: 'UTC', to: 'Europe/Berlin' }],
    }),
    expect.objectContaining({
      ...setting,
      entity_name: days,
      description: `Changed setting "${days}" from 30 to 14`,
      changes: [{ field: 'late_edit_days', from: 30, to: 14 }],
    }),
    expect.objectContaining({ description: `Changed setting "${days}" from 14 to never` }),
    expect.objectContaining({ description: `Changed setting "${days}" from never to 0` }),
  ]);
  expect(new Set(rows.map(({ entity_id }) => entity_id)).size).toBe(2);
});

it('writes nothing when nothing changes', async () => {
  const rows = await team.recorded(async () => {
    for (const body of [{}, { time_zone: 'UTC' }, { late_edit_days: 30, time_zone: 'UTC' }]) {
      expect((await change(body)).status).toBe(200);
    }
  });
  expect(rows).toEqual([]);
});

it.each([
  [{ late_edit_days: -1 }, '/late_edit_days'],
  [{ late_edit_days: 3_651 }, '/late_edit_days'],
  [{ late_edit_days: 1.5 }, '/late_edit_days'],
  [{ late_edit_days: '30' }, '/late_edit_days'],
  [{ late_edit_days: true }, '/late_edit_days'],
  [{ time_zone: 'Mars/Olympus' }, '/time_zone'],
  [{ time_zone: '' }, '/time_zone'],
  [{ time_zone: null }, '/time_zone'],
  [{ time_zone: 'UTC+5' }, '/time_zone'],
  [{ id: 1 }, '/id'],
  [{ name: 'time_zone', value: 'x' }, '/name'],
])('refuses %j and names %s', async (body, pointer) => {
  const rows = await team.recorded(async () => {
    const answer = await team.as('admin').patch('/settings', { ...body });
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });
  expect(rows).toEqual([]);
});

it('takes the whole range of days', async () => {
  for (const late_edit_days of [0, 3_650, null]) {
    expect((await change({ late_edit_days })).body.late_edit_days).toBe(late_edit_days);
  }
});

it('leaves out nothing and repeats nothing when several change it at once', async () => {
  const rows = await team.recorded(() =>
    Promise.all([1, 2, 3, 4, 5, 6].map((late_edit_days) => change({ late_edit_days }))),
  );
  const steps = rows.map(({ changes: [step] }) => step);
  expect(steps[0]?.from).toBe(30);
  steps.slice(1).forEach((step, at) => expect(step?.from).toBe(steps[at]?.to));
  expect((await read()).late_edit_days).toBe(steps.at(-1)?.to);
});

it('keeps the zone while a month is closed, and all else of the request with it', async () => {
  await team.as('admin').post('/periods/2026-01/close');
  const rows = await team.recorded(async () => {
    const refused = await team
      .as('admin')
      .patch('/settings', { time_zone: 'Asia/Tokyo', late_edit_days: 5 });
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/in-use']);
    expect(refused.body.detail).toContain('Open them first');
  });
  expect(rows).toEqual([]);
  expect(await read()).toEqual({ time_zone: 'UTC', late_edit_days: 30 });
  expect((await change({ time_zone: 'UTC', late_edit_days: 5 })).status).toBe(200);
  await team.as('admin').post('/periods/2026-01/open', { reason: 'The wrong zone' });
  expect((await change({ time_zone: 'Asia/Tokyo' })).status).toBe(200);
});

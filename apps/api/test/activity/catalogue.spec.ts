import {
  ACTIONS,
  ACTIVITY_CATALOGUE,
  type ActivityCatalogue,
  type CatalogueEntry,
  ENTITY_TYPES,
} from '@tidemark/contracts';
import { type Person, SpecApi } from '../support';
import { catalogued, patternOf, strangers, type Told } from '../support/catalogue';
import { Tour } from './tour';

let api: SpecApi;
let team: Awaited<ReturnType<SpecApi['people']['team']>>;
let told: Told[];

beforeAll(async () => {
  api = await SpecApi.start();
  team = await api.people.team();
  await new Tour(api, team.admin, team.member).everything();
  told = await api.sql<Told>('SELECT entity_type, action, description FROM activity ORDER BY id');
});
afterAll(() => api.stop());

const catalogueOf = async (person: Person) =>
  (await api.as(person).get<ActivityCatalogue>('/activities/catalogue')).body.catalogue;
const entry = (all: CatalogueEntry[], type: string, action: string) =>
  all.find((one) => one.entity_type === type && one.action === action);

it('lists nothing that never happens: each sentence of it is produced by a tour of the product', () => {
  const produced = new Set(
    told.map((row) => `${row.entity_type} ${row.action}: ${patternOf(row)}`),
  );
  expect(catalogued().filter((one) => !produced.has(one))).toEqual([]);
});

it('leaves nothing out that happens, and no other words for it', () => {
  expect(strangers(told)).toEqual([]);
});

it('has every kind of thing and every action that there is', () => {
  const actions = Object.values(ACTIVITY_CATALOGUE).flatMap((one) => Object.keys(one));
  expect(Object.keys(ACTIVITY_CATALOGUE)).toEqual(expect.arrayContaining([...ENTITY_TYPES]));
  expect(ACTIONS.filter((action) => !actions.includes(action))).toEqual([]);
});

it('says of each when it last happened, and which activity that was', async () => {
  const all = await catalogueOf(team.auditor);
  expect(all.filter(({ last_id }) => last_id === null)).toEqual([]);
  for (const { entity_type, action, last_id, last_at } of all) {
    const query = `?entity_type=${entity_type}&action=${action}&limit=1`;
    const [newest] = await api.as(team.auditor).feed(query);
    expect([last_id, last_at]).toEqual([newest?.id, newest?.created_at]);
  }
});

it('carries the sentences, with what differs in braces', async () => {
  const archived = entry(await catalogueOf(team.admin), 'project', 'archived');
  expect(archived?.descriptions).toEqual([
    'Archived project "{name}"',
    'Archived project "{name}": {reason}',
  ]);
});

it('tells a member of what the member may see, and nothing of the rest', async () => {
  // The password that the tour has changed ended the sessions.
  const member = { ...team.member, password: 'harbour-light-88' };
  const signedIn = { ...member, token: await api.people.token(member) };
  const all = await catalogueOf(signedIn);
  for (const { entity_type, action, last_id, last_at } of all) {
    const query = `?entity_type=${entity_type}&action=${action}&limit=1`;
    const [newest] = await api.as(signedIn).feed(query);
    expect([entity_type, action, last_id, last_at]).toEqual([
      ...[entity_type, action, newest?.id ?? null, newest?.created_at ?? null],
    ]);
  }
  expect(entry(all, 'task', 'completed')?.last_id).not.toBeNull();
  expect(entry(all, 'client', 'created')?.last_id).toBeNull();
  expect(entry(all, 'user', 'signed_in')?.last_id).not.toBeNull();
});

it('is the same list for somebody who has seen nothing yet', async () => {
  const all = await catalogueOf(team.outsider);
  const own = all.filter(({ last_id }) => last_id !== null);
  expect(own.map(({ entity_type, action }) => [entity_type, action])).toEqual([
    ['user', 'signed_in'],
  ]);
  expect(all).toHaveLength((await catalogueOf(team.admin)).length);
});

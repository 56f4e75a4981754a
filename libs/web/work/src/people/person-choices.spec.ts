import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { FakeApi } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { aPerson } from '../testing/samples';
import type { PickSource } from '@tidemark/web/ui';
import { EVERYBODY, PersonChoices } from './person-choices';

const PEOPLE = Array.from({ length: 120 }, (_, at) => ({
  ...{ id: at + 1, display_name: `Person ${at + 1} of many`, is_active: at + 1 !== 12 },
}));

const numbers = (params: Record<string, string>) =>
  [Number(params['limit']), Number(params['page'] ?? 1)] as const;

function pageOf(params: Record<string, string>) {
  const [limit, page] = numbers(params);
  const people = params['is_active'] ? PEOPLE.filter(({ is_active }) => is_active) : PEOPLE;
  return people.slice((page - 1) * limit, page * limit);
}

function infoOf(params: Record<string, string>) {
  const [limit, page] = numbers(params);
  return { current_page: page, has_next: page * limit < PEOPLE.length };
}

function prepare() {
  const api = new FakeApi({
    'GET /api/users': ({ params }) => ({ users: pageOf(params), ...infoOf(params) }),
    'GET /api/projects/3/members': ({ params }) => ({
      ...{ members: pageOf(params), ...infoOf(params) },
    }),
  });
  TestBed.configureTestingModule({
    providers: provideWork(api, aPerson({ role: 'member', is_lead: true })),
  });
  return { api, choices: TestBed.inject(PersonChoices) };
}

describe('a person who is picked already', () => {
  it('has a name for a lead of a large team, who cannot ask for a single person', async () => {
    const { choices } = prepare();
    for (const id of [2, 83, 120]) {
      const found = await firstValueFrom(choices.withEverybody.find(id));
      expect(found).toEqual({ id, name: `Person ${id} of many` });
    }
  });

  it('has a number where there is no such person, and the search ends', async () => {
    const { api, choices } = prepare();
    expect(await firstValueFrom(choices.all.find(999))).toEqual({ id: 999, name: 'Person 999' });
    expect(api.sent).toHaveLength(2);
  });
});

it('finds every active member of a large project for a task', async () => {
  const { choices } = prepare();
  const found = await firstValueFrom(choices.inProject(3).search('person 12'));
  expect(found.map(({ id }) => id)).toEqual([120]);
});

it('offers those who are active for what is to be done, and for looking back also those who left', async () => {
  const { choices } = prepare();
  const offered = async (source: PickSource) =>
    (await firstValueFrom(source.search(''))).filter(({ id }) => [0, 11, 12].includes(id));
  const [eleven, twelve] = [
    { id: 11, name: 'Person 11 of many' },
    { id: 12, name: 'Person 12 of many', detail: 'Deactivated' },
  ];
  expect(await offered(choices.active)).toEqual([eleven]);
  expect(await offered(choices.all)).toEqual([eleven, twelve]);
  expect(await offered(choices.withEverybody)).toEqual([EVERYBODY, eleven, twelve]);
});

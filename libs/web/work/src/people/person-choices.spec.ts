import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { FakeApi } from '../testing/fake-api';
import { provideWork } from '../testing/provide-work';
import { aPerson } from '../testing/samples';
import { PersonChoices } from './person-choices';

const PEOPLE = Array.from({ length: 120 }, (_, at) => ({
  ...{ id: at + 1, display_name: `Person ${at + 1} of many` },
}));

function prepare() {
  const api = new FakeApi({
    'GET /api/users': ({ params }) => {
      const [limit, page] = [Number(params['limit']), Number(params['page'] ?? 1)];
      const users = PEOPLE.slice((page - 1) * limit, page * limit);
      return { users, current_page: page, has_next: page * limit < PEOPLE.length };
    },
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

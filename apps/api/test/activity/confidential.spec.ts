import { type Person, SpecApi } from '../support';

let api: SpecApi;
let team: Record<'admin' | 'auditor' | 'lead' | 'member', Person>;
let projectId: number;

beforeAll(async () => {
  api = await SpecApi.start();
  team = await api.people.team();
  const members = [
    [team.lead, 'lead'],
    [team.member, 'member'],
  ] as [Person, 'lead' | 'member'][];
  projectId = (await api.people.project('Apollo', members)).id;
});
afterAll(() => api.stop());

it('shows a change of rate to administrators and auditors, and only the rest of it to members', async () => {
  await api
    .as(team.lead)
    .patch(`/projects/${projectId}`, { hourly_rate: '120.50', budget_hours: 80 });
  const rate = { field: 'hourly_rate', from: null, to: '120.50', confidential: true };
  const budget = { field: 'budget_hours', from: null, to: 80 };
  const changesFor = async (person: Person) =>
    (await api.as(person).feed('?action=updated'))[0]?.changes;
  expect(await changesFor(team.admin)).toEqual([rate, budget]);
  expect(await changesFor(team.auditor)).toEqual([rate, budget]);
  expect(await changesFor(team.member)).toEqual([budget]);
  const answer = await api.as(team.member).get('/activities');
  expect(answer.text).not.toMatch(/hourly_rate|120\.50/);
});

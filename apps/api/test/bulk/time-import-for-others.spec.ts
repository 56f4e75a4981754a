import type { TimeEntryPage } from '@tidemark/contracts';
import { HEAD, ImportTeam, LINE } from './import-team';

let team: ImportTeam;

beforeAll(async () => (team = await ImportTeam.start()));
afterAll(() => team.stop());

describe('for others', () => {
  const head = 'date,duration,project,person';
  const line = (name: string, project = 'Website') => `2026-01-15,1,${project},${name}`;
  const personOf = async (name: string, who: 'lead' | 'member', project?: string) => {
    const [shown] = (await team.preview([head, line(name, project)], who)).lines;
    return shown?.errors[0] ?? shown?.person;
  };

  it('leads import by user name, name or address, for members of their projects alone', async () => {
    expect(await personOf('member', 'lead')).toBe('Member Person');
    expect(await personOf('Member  person', 'lead')).toBe('Member Person');
    expect(await personOf('MEMBER@example.com', 'lead')).toBe('Member Person');
    expect(await personOf('lead', 'lead')).toBe('Lead Person');
    expect(await personOf('outsider', 'lead')).toEqual({
      column: 'person',
      message: 'Nobody called “outsider” works on “Website”',
    });
    expect(await personOf('member', 'lead', 'Apollo')).toMatchObject({ column: 'person' });
  });

  it('members import for themselves, and learn nothing of others', async () => {
    const refusal = {
      column: 'person',
      message: 'Only leads of the project and administrators may enter time for others',
    };
    expect(await personOf('member@example.com', 'member')).toBe('Member Person');
    expect(await personOf('lead', 'member')).toEqual(refusal);
    expect(await personOf('nobody-at-all', 'member')).toEqual(refusal);
  });

  it('stores whose it is, and says for whom it was made', async () => {
    const rows = await team.work.recorded(() => team.importing([head, line('member')], 'lead'));
    expect(rows[0]).toMatchObject({
      user_id: team.work.people.lead.id,
      extra_data: { target_user_id: team.work.people.member.id },
    });
    const { body } = await team.work.as('member').get<TimeEntryPage>('/time-entries');
    expect(body.time_entries.map(({ user_id }) => user_id)).toEqual([team.work.people.member.id]);
  });
});

describe('of another world', () => {
  it('nothing is said: a name that one may not know is answered like one that is not there', async () => {
    const answer = async (name: string) => {
      const { lines } = await team.preview(
        ['date,duration,project', `2026-01-15,1,${name}`],
        'outsider',
      );
      return JSON.stringify(lines).replaceAll(name, '?');
    };
    expect(await answer('Website')).toBe(await answer('Nowhere'));
    expect((await team.importing([HEAD, LINE], 'outsider')).status).toBe(400);
  });
});

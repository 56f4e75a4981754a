import type { ActivityNeighbourhood, BulkAnswer, Problem, ProjectView } from '@tidemark/contracts';
import { BillingTeam, LINE } from '../billing/billing-team';
import type { Answer } from '../support';

/** Where bulk changes and imports meet closed months and invoices. */
describe('many entries at once', () => {
  /** The hour of "Website" costs 85.00. */
  let team: BillingTeam;
  let other: ProjectView;
  const LOCK = 7_420_261;
  const JANUARY =
    'January 2026 is closed: time in it cannot change. An administrator can open it again in the settings';

  beforeAll(async () => {
    team = await BillingTeam.start({ DATABASE_POOL: '12' });
    const { lead, member } = team.work.people;
    other = await team.work.api.people.project('Other', [
      [lead, 'lead'],
      [member, 'member'],
    ]);
  });
  afterAll(() => team.stop());
  beforeEach(() => team.work.api.clock.set(new Date('2026-02-20T12:00:00Z')));
  afterEach(async () => {
    await team.admin().post('/periods/2026-01/open', { reason: 'Next' });
    team.work.api.clock.set(null);
  });

  const member = () => team.work.as('member');
  const close = () => team.admin().post<{ hours: number }>('/periods/2026-01/close');
  const change = (ids: number[], more: object) =>
    member().patch<BulkAnswer>('/time-entries', { ids, ...more });
  const tracked = async (project: { id: number } = team.work.website, day = 15) =>
    (await team.tracked(day, 60, { project_id: project.id })).id;
  const csv = (...lines: string[]) => ['date,start,end,project', ...lines].join('\n');
  const errorsOf = ({ body }: Answer<unknown>) => (body as Problem).errors;
  const everything = async () => {
    const [row] = await team.work.api.sql(
      `SELECT (SELECT json_agg(e ORDER BY id) FROM time_entry e) AS entries,
         (SELECT count(*) FROM activity WHERE entity_type = 'time_entry') AS told`,
    );
    return row;
  };

  it('stay as they are with one of them in a closed month, which is named', async () => {
    const [open, closed] = [await tracked(other, 40), await tracked()];
    await close();
    const before = await everything();
    for (const answer of [
      await change([open, closed], { billable: false, reason: 'x' }),
      await change([open, closed], { project_id: other.id, reason: 'x' }),
      await member().delete('/time-entries', { ids: [open, closed], reason: 'x' }),
    ]) {
      expect([answer.status, (answer.body as unknown as Problem).detail]).toEqual([
        409,
        `1 of 2 time entries cannot be changed: ${JANUARY}`,
      ]);
      expect(errorsOf(answer)).toEqual([{ pointer: '/ids/1', code: 'locked', message: JANUARY }]);
    }
    const file = csv('2026-02-03,9:00,10:00,Website', '2026-01-16,9:00,10:00,Website');
    const imported = await member().post('/time-entries/import', file);
    expect([imported.status, errorsOf(imported)]).toEqual([
      400,
      [expect.objectContaining({ pointer: '/lines/3/date', message: `Line 3: ${JANUARY}` })],
    ]);
    expect(await everything()).toEqual(before);
  });

  it('tell each what the change did, money to administrators and auditors alone', async () => {
    const ids = [await tracked(), await tracked()];
    const moved = await change(ids, { project_id: other.id, reason: 'Wrong project' });
    expect(moved.body).toMatchObject({ changed: 2 });
    const seen = async (person: 'admin' | 'auditor' | 'lead' | 'member') => {
      const requests = team.work.as(person);
      const listed = await requests.feed(`?batch_id=${moved.body.batch_id}`);
      const alone = await Promise.all(
        listed.map(({ id }) => requests.get<ActivityNeighbourhood>(`/activities/${id}`)),
      );
      return [...listed, ...alone.map(({ body }) => body.activity)].map(
        ({ extra_data: { reason, delta_hours, delta_amount } }) => [
          reason,
          delta_hours,
          delta_amount,
        ],
      );
    };
    const told = (amount?: string) => Array(4).fill(['Wrong project', 0, amount]);
    expect(await seen('admin')).toEqual(told('-85.00'));
    expect(await seen('auditor')).toEqual(told('-85.00'));
    expect(await seen('lead')).toEqual(told());
    expect(await seen('member')).toEqual(told());
  });

  const ids = async () => [await tracked(other), await tracked()];
  const lines = csv('2026-01-19,9:00,10:00,Other', '2026-01-19,10:00,11:00,Website');
  const asked: [string, number, (ids: number[]) => Promise<Answer<unknown>>][] = [
    ['a change', 0, (many) => change(many, { billable: false, reason: 'x' })],
    ['a deletion', -2, (many) => member().delete('/time-entries', { ids: many, reason: 'x' })],
    ['an import', 2, () => member().post('/time-entries/import', lines)],
  ];

  it.each(asked)('close with what %s does that is under way', async (_what, hours, ask) => {
    const many = await ids();
    const before = (await close()).body.hours;
    await team.admin().post('/periods/2026-01/open', { reason: 'Once more' });
    const [changed, closed] = await team.work.api.beside(async (somebody) => {
      // The entries are written, their activities have to wait.
      await somebody.query('LOCK TABLE activity IN SHARE MODE');
      const changing = ask(many);
      await team.work.api.waiting();
      const closing = close();
      await team.work.api.waiting(1, 'advisory');
      await somebody.query('COMMIT');
      return Promise.all([changing, closing]);
    });
    expect([changed.status, closed.status]).toEqual([200, 200]);
    expect(closed.body.hours).toBe(before + hours);
  });

  it.each(asked)(
    'need their projects in order for %s: nobody waits in a circle',
    async (...[, , ask]) => {
      const many = await ids();
      const answer = await team.work.api.beside(async (somebody) => {
        const hold = (id: number) =>
          somebody.query(`SELECT FROM project WHERE id = ${id} FOR UPDATE NOWAIT`);
        await hold(team.work.website.id);
        const changing = ask(many);
        await team.work.api.waiting();
        await hold(other.id);
        await somebody.query('COMMIT');
        return changing;
      });
      expect(answer.status).toBe(200);
    },
  );

  it.each([
    ['the later project', () => [other, team.work.website]],
    ['the earlier project', () => [team.work.website, other]],
  ] as const)(
    'need their projects in order when one of them leaves %s for the other',
    async (_which, ways) => {
      const [from, to] = ways() as [ProjectView, ProjectView];
      const entry = await tracked(from);
      const answer = await team.work.api.beside(async (somebody) => {
        const hold = (id: number) =>
          somebody.query(`SELECT FROM project WHERE id = ${id} FOR UPDATE NOWAIT`);
        await hold(team.work.website.id);
        const moving = member().patch(`/time-entries/${entry}`, {
          ...{ project_id: to.id, reason: 'Wrong project' },
        });
        await team.work.api.waiting();
        await hold(other.id);
        await somebody.query('COMMIT');
        return moving;
      });
      expect([answer.status, answer.body]).toMatchObject([200, { project_id: to.id }]);
    },
  );

  it.each(asked)('are refused when the month closes before %s is', async (_what, _hours, ask) => {
    const many = await ids();
    const before = await everything();
    const answer = await team.work.api.beside(async (somebody) => {
      await somebody.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
      const changing = ask(many);
      await team.work.api.waiting(1, 'advisory');
      await somebody.query(
        `INSERT INTO closed_period VALUES (202601, '2026-01-01Z', '2026-02-01Z', now(), $1)`,
        [team.work.people.admin.id],
      );
      await somebody.query(
        `INSERT INTO activity (created_at, source, action, entity_type, entity_id, entity_name, description)
         VALUES ('2026-03-01', 'person', 'updated', 'setting', 202601, 'x', 'x')`,
      );
      await somebody.query('COMMIT');
      return changing;
    });
    expect([answer.status, answer.text]).toEqual([
      409,
      expect.stringContaining('The month of this time is closed'),
    ]);
    expect(await everything()).toEqual(before);
  });

  it('are billed in the order in which they change, so that nobody waits in a circle', async () => {
    const [low, high] = [await tracked(), await tracked()];
    const line = (id: number) => ({ ...LINE, time_entry_ids: [id] });
    const created = await team.work.api.beside(async (somebody) => {
      const hold = (id: number) =>
        somebody.query(`SELECT FROM time_entry WHERE id = ${id} FOR UPDATE NOWAIT`);
      await hold(low);
      const billing = team.save({ lines: [line(high), line(low)] });
      await team.work.api.waiting();
      await hold(high);
      await somebody.query('COMMIT');
      return billing;
    });
    expect(created.status).toBe(201);
  });

  it('are either billed or moved to another client, whichever comes first', async () => {
    for (let round = 0; round < 6; round++) {
      const many = [await tracked(), await tracked()];
      const move = () => change(many, { project_id: other.id, reason: 'x' });
      const bill = () => team.save({ lines: [{ ...LINE, time_entry_ids: many }] });
      const [moved, billed] = await (round % 2
        ? Promise.all([move(), bill()])
        : Promise.all([bill(), move()]).then(([one, two]) => [two, one] as const));
      expect([moved.status, billed.status].toSorted()).toEqual(
        moved.status === 200 ? [200, 409] : [201, 409],
      );
      const entries = await team.work.api.sql(
        `SELECT project_id AS project, invoice_line_id IS NOT NULL AS billed FROM time_entry WHERE id = ANY($1)`,
        [many],
      );
      const end =
        moved.status === 200
          ? { project: other.id, billed: false }
          : { project: team.work.website.id, billed: true };
      expect(entries).toEqual([end, end]);
    }
  });
});

import { ActivityService } from '@tidemark/api/activity';
import { RequestContext, Transactions } from '@tidemark/api/platform';
import type { Json } from '@tidemark/contracts';
import fc from 'fast-check';
import { SpecApi } from '../support';

let api: SpecApi;
let activity: ActivityService;
let transactions: Transactions;

beforeAll(async () => {
  api = await SpecApi.start();
  activity = api.app.get(ActivityService);
  transactions = api.app.get(Transactions);
});
afterAll(() => api.stop());

const asJob = <T>(work: () => Promise<T>) =>
  api.app.get(RequestContext).runAs({ job: 'spec' }, work);

const entry = (own: Partial<Parameters<ActivityService['log']>[0]>) => ({
  action: 'updated' as const,
  entity_type: 'client' as const,
  entity_id: 1,
  entity_name: 'Acme',
  description: 'Updated client "Acme"',
  ...own,
});

const newest = async () =>
  (await api.sql<Record<string, Json>>('SELECT * FROM activity ORDER BY id DESC LIMIT 1'))[0];

const anyText = fc.string({ unit: 'binary', maxLength: 2_000 });

it('records whatever a text holds: content never makes it fail', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText,
      anyText,
      anyText,
      fc.anything(),
      async (name, words, agent, extra) => {
        const half = name.slice(0, -1);
        await asJob(() =>
          activity.log(
            entry({
              entity_name: half,
              description: words,
              user_agent: agent,
              ip_address: words,
              extra_data: { extra: extra as Json },
            }),
          ),
        );
      },
    ),
    { numRuns: 300 },
  );
});

it('keeps a text that fits exactly as it is', async () => {
  const name = 'Ünïcode 👩🏽‍💻 "quoted" \\ <b>';
  await asJob(() => activity.log(entry({ entity_name: name, extra_data: { name } })));
  expect(await newest()).toMatchObject({ entity_name: name, extra_data: { name } });
});

it('cuts what is too long by code points and says so', async () => {
  await asJob(() => activity.log(entry({ entity_name: '👍'.repeat(300) })));
  expect((await newest())?.['entity_name']).toBe(`${'👍'.repeat(254)}…`);
});

it('takes caller, address and browser from the request, and lets the call say otherwise', async () => {
  await asJob(() =>
    activity.log(entry({ user_id: 5, ip_address: '203.0.113.7', user_agent: 'Importer/1' })),
  );
  expect(await newest()).toMatchObject({
    user_id: 5,
    source: 'job:spec',
    ip_address: '203.0.113.7',
    user_agent: 'Importer/1',
  });
});

it('does not record for nobody: a job has to say its name', async () => {
  await expect(activity.log(entry({}))).rejects.toThrow('runAs');
});

it('joins the transaction that is open: what rolls back leaves nothing', async () => {
  const [before] = await api.sql('SELECT count(*) FROM activity');
  const undone = asJob(() =>
    transactions.run(async () => {
      await activity.log(entry({ entity_name: 'phantom' }));
      throw new Error('changed my mind');
    }),
  );
  await expect(undone).rejects.toThrow('changed my mind');
  expect((await api.sql('SELECT count(*) FROM activity'))[0]).toEqual(before);
});

it('does not commit the half-done work of its caller', async () => {
  const seen = await asJob(() =>
    transactions.run(async () => {
      await activity.log(entry({ entity_name: 'not yet' }));
      return api.sql("SELECT FROM activity WHERE entity_name = 'not yet'");
    }),
  );
  expect(seen).toEqual([]);
});

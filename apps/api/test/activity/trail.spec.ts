import { Client } from 'pg';
import { SpecApi, writeTrail } from '../support';

let api: SpecApi;

beforeAll(async () => {
  api = await SpecApi.start();
  await writeTrail(api, [
    { at: new Date(), userId: 1, projectId: null, action: 'created', entityType: 'client' },
  ]);
});
afterAll(() => api.stop());

const asSuperuser = (text: string) => api.sql(text);
async function asApplication(text: string): Promise<void> {
  const client = new Client({ connectionString: api.database.url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

describe.each([
  ['an edit', "UPDATE activity SET description = 'Nothing happened'"],
  ['a deletion', 'DELETE FROM activity'],
  ['emptying', 'TRUNCATE activity'],
])('%s', (_name, statement) => {
  it('is refused to a superuser', async () => {
    await expect(asSuperuser(statement)).rejects.toThrow('append-only');
  });

  it('is refused to a superuser in replica mode, which skips ordinary triggers', async () => {
    await asSuperuser("SET session_replication_role = 'replica'");
    await expect(asSuperuser(statement)).rejects.toThrow('append-only');
    await asSuperuser('RESET session_replication_role');
  });

  it('is not granted to the application', async () => {
    await expect(asApplication(statement)).rejects.toThrow('permission denied');
  });
});

it('does not let the application change its triggers', async () => {
  await expect(asApplication('ALTER TABLE activity DISABLE TRIGGER ALL')).rejects.toThrow(
    'must be owner',
  );
});

it('refuses to commit a change that has no activity, whoever makes it', async () => {
  await expect(asApplication("INSERT INTO client (name) VALUES ('Silent')")).rejects.toThrow(
    'has no activity',
  );
  expect(await api.sql("SELECT FROM client WHERE name = 'Silent'")).toEqual([]);
});

it('refuses a change whose only activity was written by another transaction', async () => {
  const client = "INSERT INTO client (name) VALUES ('Early') RETURNING id";
  const activity = `INSERT INTO activity (source, action, entity_type, entity_id, entity_name, description)
    SELECT 'person', 'created', 'client', last_value, 'Early', '' FROM client_id_seq`;
  await expect(asApplication(client)).rejects.toThrow('has no activity');
  await asApplication(activity);
  await expect(asApplication(client)).rejects.toThrow('has no activity');
  await expect(asApplication(`BEGIN; ${client}; ${activity}; COMMIT`)).resolves.toBeUndefined();
});

it('has no foreign key from history to people or things', async () => {
  const keys = await api.sql(
    `SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = 'activity'::regclass`,
  );
  expect(keys).toEqual([]);
});

// Fills a migrated database with a trail of any length: the same one for the same seed, number of rows and "now".
import { hash } from '@node-rs/argon2';
import pg from 'pg';

const PEOPLE = 200;
const PROJECTS = 500;
const CLIENTS = 60;
/** The last ones of each hardly ever do anything, and only among themselves. */
const QUIET_PEOPLE = 10;
const QUIET_PROJECTS = 20;
const QUIET_SHARE = 0.000_5;
const ROWS_PER_TRANSACTION = 250_000;

export const PASSWORD = 'slack-water-bench';
/** Who the scenarios sign in as, by username. */
export const VIEWERS = { administrator: 'person-1', member: 'person-2', quiet: 'person-200' };

// How often what happens to what; "unarchived" is the rare action.
const KINDS = [
  ['time_entry', 'started', 0.28],
  ['time_entry', 'stopped', 0.28],
  ['time_entry', 'updated', 0.08],
  ['time_entry', 'created', 0.06],
  ['time_entry', 'deleted', 0.01],
  ['task', 'status_changed', 0.07],
  ['task', 'created', 0.05],
  ['task', 'updated', 0.05],
  ['task', 'completed', 0.03],
  ['task', 'assigned', 0.02],
  ['user', 'signed_in', 0.05],
  ['project', 'updated', 0.014_95],
  ['client', 'updated', 0.005],
  ['project', 'unarchived', 0.000_05],
];
const WORDS = ['Review', 'Login form', 'Import', 'Invoice layout', 'Search', 'Onboarding', 'Map'];

/**
 * @param url of a superuser, since the triggers of the business tables are passed by
 * @param options `rows` of the trail over three years that end at `now`; `seed` of everything random
 */
export async function generate(url, { rows, now, seed = 1 }) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "SET session_replication_role = 'replica'; SET maintenance_work_mem = '1GB'",
    );
    const members = await makeTeam(client, generator(seed));
    await makeHelpers(client, members, seed);
    const indexes = await dropIndexes(client);
    for (let from = 1; from <= rows; from += ROWS_PER_TRANSACTION) {
      const to = Math.min(from + ROWS_PER_TRANSACTION - 1, rows);
      await client.query(TRAIL, [from, to, rows, now, ...weights(), WORDS]);
    }
    for (const index of indexes) await client.query(index);
    await client.query('VACUUM (ANALYZE)');
  } finally {
    await client.end();
  }
}

/** @returns for each person the projects, as `[[1, [12, 40, …]], …]` */
async function makeTeam(client, random) {
  const ids = (n) => Array.from({ length: n }, (_, index) => index + 1);
  await client.query(
    `INSERT INTO "user" (id, username, display_name, email, role, time_zone, password_hash)
     OVERRIDING SYSTEM VALUE
     SELECT n, 'person-' || n, 'Person ' || n, 'person-' || n || '@example.com',
       CASE n WHEN 1 THEN 'admin' ELSE 'member' END, 'Europe/Berlin', $2
     FROM unnest($1::int[]) n`,
    [ids(PEOPLE), await hash(PASSWORD)],
  );
  await client.query(
    `INSERT INTO client (id, name) OVERRIDING SYSTEM VALUE
     SELECT n, 'Client ' || n FROM unnest($1::int[]) n`,
    [ids(CLIENTS)],
  );
  await client.query(
    `INSERT INTO project (id, name, client_id, color) OVERRIDING SYSTEM VALUE
     SELECT n, 'Project ' || n, 1 + n % $2, '#2f7ed8' FROM unnest($1::int[]) n`,
    [ids(PROJECTS), CLIENTS],
  );
  const members = ids(PEOPLE).map((person) => [person, projectsOf(person, random)]);
  const pairs = members.flatMap(([person, projects]) => projects.map((each) => [person, each]));
  await client.query(
    `INSERT INTO project_member (user_id, project_id, role)
     SELECT user_id, project_id, CASE WHEN project_id % 10 = user_id % 10 THEN 'lead' ELSE 'member' END
     FROM unnest($1::int[], $2::int[]) AS pair(user_id, project_id)`,
    [pairs.map(([person]) => person), pairs.map(([, project]) => project)],
  );
  return members;
}

/** Three to 51 projects, popular ones more often; the member of the scenarios has the most. */
function projectsOf(person, random) {
  const quiet = person > PEOPLE - QUIET_PEOPLE;
  const wanted = quiet ? 3 : person === 2 ? 51 : 3 + Math.floor(random() * 49);
  const busy = PROJECTS - QUIET_PROJECTS;
  const projects = new Set();
  while (projects.size < wanted) {
    const at = quiet ? busy + random() * QUIET_PROJECTS : random() ** 2 * busy;
    projects.add(1 + Math.floor(at));
  }
  return [...projects];
}

/** Temporary: who is in which projects, and a number from 0 to 1 for each row and purpose. */
async function makeHelpers(client, members, seed) {
  await client.query('CREATE TEMP TABLE member_of (user_id int PRIMARY KEY, projects int[])');
  for (const member of members) await client.query('INSERT INTO member_of VALUES ($1, $2)', member);
  await client.query(
    `CREATE FUNCTION pg_temp.dice(n bigint, purpose int) RETURNS float8 IMMUTABLE LANGUAGE sql RETURN
       (hashint8extended(n, ${Number(seed)} * 100 + purpose) & x'7fffffffffffffff'::bigint) / 9.223372036854775807e18`,
  );
}

/** Loading first and indexing afterwards takes a third of the time. */
async function dropIndexes(client) {
  const { rows } = await client.query(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'activity' AND indexname <> 'activity_pkey'`,
  );
  for (const { indexname } of rows) await client.query(`DROP INDEX ${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
}

/** Upper ends of the shares of people (Zipf, the quiet ones together next to nothing) and of kinds. */
function weights() {
  const busy = PEOPLE - QUIET_PEOPLE;
  const people = Array.from({ length: PEOPLE }, (_, i) => (i < busy ? 1 / (i + 1) : 0));
  const quiet = (sum(people) * QUIET_SHARE) / QUIET_PEOPLE;
  return [
    cumulated(people.map((weight) => weight || quiet)),
    cumulated(KINDS.map(([, , share]) => share)),
    KINDS.map(([type]) => type),
    KINDS.map(([, action]) => action),
  ];
}

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

function cumulated(shares) {
  const total = sum(shares);
  let reached = 0;
  return shares.slice(0, -1).map((share) => (reached += share / total));
}

/** Mulberry32: small, seeded, good enough for data. */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// $1, $2 first and last row; $3 rows in all; $4 now; $5 people; $6 kinds; $7 types; $8 actions; $9 words.
const TRAIL = `
  INSERT INTO activity (created_at, user_id, source, action, entity_type, entity_id, project_id, entity_name,
    description, extra_data, changes, ip_address, user_agent)
  SELECT $4::timestamptz - (1 - (n - pg_temp.dice(n, 1)) / $3::float8) * interval '3 years',
    user_id, 'person', action, entity_type,
    CASE entity_type WHEN 'user' THEN user_id WHEN 'project' THEN project_id WHEN 'task' THEN task
      WHEN 'client' THEN 1 + project_id % ${CLIENTS} ELSE n / 2 END,
    CASE WHEN entity_type NOT IN ('user', 'client') THEN project_id END, name,
    CASE entity_type WHEN 'user' THEN 'Signed in'
      WHEN 'time_entry' THEN initcap(action) || ' timer for Project ' || project_id || ' - ' || name
      ELSE initcap(replace(action, '_', ' ')) || ' ' || entity_type || ' "' || name || '"' END,
    CASE WHEN entity_type = 'time_entry' THEN jsonb_build_object('project_id', project_id, 'task_id', task,
      'duration_hours', round(pg_temp.dice(n, 2)::numeric * 4, 2)) ELSE '{}' END,
    CASE action WHEN 'updated' THEN '[{"field": "note", "from": "", "to": "As discussed on Monday"}]'::jsonb
      WHEN 'status_changed' THEN '[{"field": "status", "from": "todo", "to": "in_progress"}]' ELSE '[]' END,
    ('10.0.0.' || user_id)::inet, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  FROM generate_series($1::bigint, $2::bigint) n
  CROSS JOIN LATERAL (SELECT 1 + width_bucket(pg_temp.dice(n, 3), $5::float8[]) AS user_id,
    1 + width_bucket(pg_temp.dice(n, 4), $6::float8[]) AS kind) who
  JOIN member_of USING (user_id)
  CROSS JOIN LATERAL (SELECT ($7::text[])[kind] AS entity_type, ($8::text[])[kind] AS action,
    projects[1 + floor(power(pg_temp.dice(n, 5), 2) * cardinality(projects))::int] AS project_id) what
  CROSS JOIN LATERAL (SELECT project_id * 20 + floor(pg_temp.dice(n, 6) * 20)::int AS task) part
  CROSS JOIN LATERAL (SELECT CASE WHEN pg_temp.dice(n, 7) < 0.00005 THEN 'Lighthouse'
    ELSE ($9::text[])[1 + task % cardinality($9::text[])] END || ' ' || task AS name) named`;

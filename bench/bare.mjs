// The yardstick: node:http and pg, nothing else. Runs the statements that the API runs for the same answer, and hands
// out what PostgreSQL says. No sign-in, no validation, no cursors.
import { createServer } from 'node:http';
import pg from 'pg';

// bigint as the API reads it.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL),
});
let task = { statements: [], status: 200 };

process.on('message', (given) => {
  task = given;
  process.send({ type: 'taken' });
});
process.on('disconnect', () => process.exit(0));

const server = createServer(async (_request, response) => {
  const { statements, status } = task;
  const results = await Promise.all(statements.map((statement) => pool.query(statement)));
  response.statusCode = status;
  if (status === 304) return response.end();
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(`[${results.map(({ rows }) => toJson(rows)).join()}]`);
});

/** A page is JSON already when it comes from the database. */
function toJson(rows) {
  return rows[0]?.activities ?? JSON.stringify(rows);
}

server.listen(0, '127.0.0.1', () => {
  process.send({ type: 'ready', url: `http://127.0.0.1:${server.address().port}` });
});

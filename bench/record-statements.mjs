// Loaded into the API before it starts: tells the parent process every prepared statement that the API runs.
import pg from 'pg';

const { query } = pg.Client.prototype;

pg.Client.prototype.query = function (...words) {
  const [{ name, text, values }] = words;
  if (name) process.send({ type: 'statement', statement: { name, text, values } });
  return query.apply(this, words);
};

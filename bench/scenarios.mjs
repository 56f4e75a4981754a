// What is measured: one request each, the same over and over. `path` is below /api; one that needs an answer of the
// API first (a cursor, a tag) asks for it in `prepare`, which gives the request as it is measured.

const list = (query = '') => `/activities?limit=10${query}`;

/** @param ask `(path) => ({ headers, body })` as the scenario's viewer */
const belowPage999 = async (ask) => {
  const { body } = await ask(list('&page=999'));
  return { path: list(`&before=${body.next_cursor}`) };
};
const unchanged = async (ask) => {
  const { headers } = await ask(list());
  return { path: list(), headers: { 'if-none-match': headers.get('etag') }, status: 304 };
};

/** One week, two years back. */
const range = (now) => {
  const day = (days) => new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  return list(`&start_date=${day(730)}&end_date=${day(724)}`);
};

/** @param now the end of the generated trail */
export function scenarios(now) {
  return [
    { name: 'first page', viewer: 'administrator', path: list() },
    { name: 'filter: one type', viewer: 'administrator', path: list('&entity_type=task') },
    { name: 'filter: two types', viewer: 'administrator', path: list('&entity_type=project,task') },
    { name: 'filter: an action', viewer: 'administrator', path: list('&action=updated') },
    { name: 'filter: a rare action', viewer: 'administrator', path: list('&action=unarchived') },
    {
      name: 'filter: type and action',
      viewer: 'administrator',
      path: list('&entity_type=task&action=created'),
    },
    { name: 'filter: a person', viewer: 'administrator', path: list('&user_id=2') },
    { name: 'filter: a quiet person', viewer: 'administrator', path: list('&user_id=200') },
    { name: 'filter: a project', viewer: 'administrator', path: list('&project_id=1') },
    { name: 'filter: a quiet project', viewer: 'administrator', path: list('&project_id=490') },
    {
      name: 'filter: one task',
      viewer: 'administrator',
      path: list('&entity_type=task&entity_id=25'),
    },
    { name: 'filter: a week', viewer: 'administrator', path: range(now) },
    { name: 'filter: a common text', viewer: 'administrator', path: list('&q=review') },
    { name: 'filter: a rare text', viewer: 'administrator', path: list('&q=lighthouse') },
    { name: 'member', viewer: 'member', path: list() },
    { name: 'member, an action', viewer: 'member', path: list('&action=updated') },
    { name: 'member, a rare action', viewer: 'member', path: list('&action=unarchived') },
    { name: 'quiet member', viewer: 'quiet', path: list() },
    { name: 'page 1 000 by number', viewer: 'administrator', path: list('&page=1000') },
    { name: 'page 1 000 by cursor', viewer: 'administrator', prepare: belowPage999 },
    { name: '304 poll', viewer: 'administrator', prepare: unchanged },
    { name: '304 poll, member', viewer: 'member', prepare: unchanged },
    { name: 'statistics, 7 days', viewer: 'administrator', path: '/activities/stats?days=7' },
    { name: 'statistics, 365 days', viewer: 'administrator', path: '/activities/stats?days=365' },
    { name: 'statistics, member', viewer: 'member', path: '/activities/stats?days=7' },
  ];
}

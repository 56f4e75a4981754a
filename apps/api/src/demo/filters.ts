import { CREATE, REMOVE, type Turn, UPDATE } from './turn';

const SAVE = { ...CREATE, path: '/saved-filters' } as const;

/** Views of the activity page that people keep, for themselves or for everybody. */
export const FILTERS: readonly Turn[] = [
  {
    ...{ share: 0.12, by: 'ben', ...SAVE, as: 'filter:ferry' },
    body: {
      name: 'Ferry booking, last 7 days',
      scope: 'everybody',
      filter: { project_id: '{project:ferry}', range: '7d' },
    },
  },
  {
    ...{ share: 0.14, by: 'ana', ...SAVE },
    body: { name: 'Refused sign-ins', filter: { action: 'sign_in_failed', range: '30d' } },
  },
  {
    ...{ share: 0.18, by: 'maya', ...SAVE },
    body: { name: 'What I did today', filter: { user_id: '{user:maya}', range: 'today' } },
  },
  {
    ...{ share: 0.24, by: 'elif', ...SAVE, as: 'filter:elif' },
    body: { name: 'asdf', filter: { entity_type: 'task' } },
  },
  { share: 0.24, by: 'elif', ...REMOVE, path: '/saved-filters/{filter:elif}' },
  {
    ...{ share: 0.37, by: 'ana', ...SAVE },
    body: {
      name: 'Invoices and payments',
      filter: { entity_type: 'invoice', range: '90d' },
    },
  },
  {
    ...{ share: 0.46, by: 'cleo', ...SAVE, as: 'filter:finished' },
    body: { name: 'Finished', filter: { entity_type: 'task', action: 'completed', range: '7d' } },
  },
  // Others wanted it, too.
  {
    ...{ share: 0.49, by: 'cleo', ...UPDATE, path: '/saved-filters/{filter:finished}' },
    body: { name: 'Finished lately', scope: 'everybody' },
  },
  {
    ...{ share: 0.53, by: 'ben', ...UPDATE, path: '/saved-filters/{filter:ferry}' },
    body: {
      name: 'Ferry booking, last 30 days',
      filter: { project_id: '{project:ferry}', range: '30d' },
    },
  },
];

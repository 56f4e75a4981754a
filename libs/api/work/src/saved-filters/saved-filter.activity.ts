import { defineSubject } from '@tidemark/api/activity';
import { SavedFilter } from './saved-filter.entity';

const named = ({ name, scope }: SavedFilter) => `saved filter "${name}" for ${scope}`;

export const savedFilterSubject = defineSubject({
  entity: SavedFilter,
  type: 'saved_filter',
  name: ({ name }) => name,
  projectId: () => null,
  audited: ['name', 'scope', 'filter'],
  describe: {
    created: (filter) => `Created ${named(filter)}`,
    updated: (filter) => `Updated ${named(filter)}`,
    deleted: (filter) => `Deleted ${named(filter)}`,
  },
});

import { defineSubject } from '@tidemark/api/activity';
import { TimeEntryTemplate } from './time-entry-template.entity';

export const timeEntryTemplateSubject = defineSubject({
  entity: TimeEntryTemplate,
  type: 'time_entry_template',
  name: ({ name }) => name,
  // A template is its owner's alone, whoever else is in the project.
  projectId: () => null,
  audited: ['name', 'projectId', 'taskId', 'note', 'billable'],
  extra: {
    updated: ({ name }, { before }) =>
      before && before.name !== name ? { old_name: before.name } : {},
  },
});

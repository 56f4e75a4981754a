import { defineSubject, type Described, DISPLAY_NAME } from '@tidemark/api/activity';
import { ProjectMember } from './project-member.entity';
import { Project } from './project.entity';

const because = ({ notes }: Described<Project>) => (notes['reason'] ? `: ${notes['reason']}` : '');

export const projectSubject = defineSubject({
  entity: Project,
  type: 'project',
  name: (project) => project.name,
  projectId: (project) => project.id,
  audited: [
    'name',
    'description',
    'clientId',
    'color',
    'hourlyRate',
    'budgetHours',
    'status',
    'archivedReason',
  ],
  // Leads set rates, but the feed is read by every member.
  confidential: ['hourlyRate'],
  relations: { client: true },
  describe: {
    created: (project) => `Created project "${project.name}" for ${project.client.name}`,
    archived: (project, change) => `Archived project "${project.name}"${because(change)}`,
    unarchived: (project, change) => `Unarchived project "${project.name}"${because(change)}`,
    favorited: (project) => `Added project "${project.name}" to favorites`,
    unfavorited: (project) => `Removed project "${project.name}" from favorites`,
  },
  extra: {
    created: (project) => ({ client_id: project.clientId }),
    deleted: (project) => ({ client_id: project.clientId }),
  },
});

/** Who joins, leaves or changes role: an update of the project. */
export const projectMemberSubject = defineSubject({
  entity: ProjectMember,
  type: 'project',
  entityId: (member) => member.projectId,
  name: (member) => member.project.name,
  projectId: (member) => member.projectId,
  audited: ['role'],
  relations: { project: true },
  describe: {
    updated: ({ project, role }, { before, after }) => {
      if (!before) return `Added ${DISPLAY_NAME} to project "${project.name}"`;
      if (!after) return `Removed ${DISPLAY_NAME} from project "${project.name}"`;
      return `Changed role of ${DISPLAY_NAME} in project "${project.name}" to ${role}`;
    },
  },
  extra: { updated: ({ userId, role }) => ({ member_id: userId, role }) },
});

import { defineSubject } from '@tidemark/api/activity';
import { Comment } from './comment.entity';

const place = ({ task, project }: Comment) =>
  task ? `task "${task.name}"` : `project "${project.name}"`;
/** Where it stands: on a task, else on the project as a whole. */
const itself = ({ id, taskId }: Comment) => ({
  comment_id: id,
  ...(taskId !== null && { task_id: taskId }),
});

/** The trail says that somebody spoke, never what they said: a comment that is deleted is gone. */
export const commentSubject = defineSubject({
  entity: Comment,
  type: 'comment',
  name: ({ task, project }) => (task ?? project).name,
  projectId: ({ projectId }) => projectId,
  // Changes with the body, and with nothing else.
  audited: ['editedAt'],
  relations: { project: true, task: true },
  describe: {
    commented: (comment) => `Commented on ${place(comment)}`,
    updated: (comment) => `Edited a comment on ${place(comment)}`,
    deleted: (comment) => `Deleted a comment on ${place(comment)}`,
  },
  extra: { commented: itself, updated: itself, deleted: itself },
});

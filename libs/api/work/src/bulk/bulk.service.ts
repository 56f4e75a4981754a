import { Injectable } from '@nestjs/common';
import { ProblemException, type Viewer } from '@tidemark/api/platform';
import type { BulkAnswer } from '@tidemark/contracts';
import { given } from '../given';
import { projectSubject } from '../projects/project.activity';
import { ProjectsService } from '../projects/projects.service';
import { taskSubject } from '../tasks/task.activity';
import { TasksService } from '../tasks/tasks.service';
import { TimeEntriesService } from '../time-entries/time-entries.service';
import { timeEntrySubject } from '../time-entries/time-entry.activity';
import type {
  ArchiveProjectsDto,
  ChangeTasksDto,
  ChangeTimeEntriesDto,
  DeleteTimeEntriesDto,
} from './bulk.dto';
import { BulkChanges } from './bulk-changes';

const ENTRIES = { subject: timeEntrySubject, things: 'time entries' };

/** What can be done to many things at once. Every method refuses as the service of the single thing does. */
@Injectable()
export class BulkService {
  constructor(
    private readonly bulk: BulkChanges,
    private readonly entries: TimeEntriesService,
    private readonly tasks: TasksService,
    private readonly projects: ProjectsService,
  ) {}

  /** @throws ProblemException validation-failed without a change, and as for a single entry */
  async changeTimeEntries(
    viewer: Viewer,
    { ids, reason, ...input }: ChangeTimeEntriesDto,
  ): Promise<BulkAnswer> {
    const changes = { ...changesOf(input), reason };
    const change = (id: number) => this.entries.update(viewer, id, changes);
    const projectIds = input.project_id === undefined ? [] : [input.project_id];
    return this.bulk.run({ ...ENTRIES, action: 'updated', ids, change, projectIds });
  }

  deleteTimeEntries(viewer: Viewer, { ids, reason }: DeleteTimeEntriesDto): Promise<BulkAnswer> {
    const change = (id: number) => this.entries.delete(viewer, id, reason);
    return this.bulk.run({ ...ENTRIES, action: 'deleted', ids, change });
  }

  /** @throws ProblemException validation-failed without a change, and as for a single task */
  async changeTasks(viewer: Viewer, { ids, ...input }: ChangeTasksDto): Promise<BulkAnswer> {
    const changes = changesOf(input);
    const change = (id: number) => this.tasks.update(viewer, id, changes);
    return this.bulk.run({ subject: taskSubject, things: 'tasks', action: 'updated', ids, change });
  }

  archiveProjects(viewer: Viewer, { ids, reason }: ArchiveProjectsDto): Promise<BulkAnswer> {
    const change = (id: number) => this.projects.archive(viewer, id, reason);
    const projects = { subject: projectSubject, things: 'projects' };
    return this.bulk.run({ ...projects, action: 'archived', ids, change });
  }
}

function changesOf<T extends object>(fields: T): ReturnType<typeof given<T>> {
  const changes = given(fields);
  if (Object.keys(changes).length > 0) return changes;
  throw new ProblemException('validation-failed', 'Say what to change in them');
}

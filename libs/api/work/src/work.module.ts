import { Module } from '@nestjs/common';
import { ClientsModule } from './clients/clients.module';
import { ProjectsModule } from './projects/projects.module';
import { TasksModule } from './tasks/tasks.module';
import { TimeEntriesModule } from './time-entries/time-entries.module';

/** Clients, projects, tasks, and the time that people spend on them. */
@Module({ imports: [ClientsModule, ProjectsModule, TasksModule, TimeEntriesModule] })
export class WorkModule {}

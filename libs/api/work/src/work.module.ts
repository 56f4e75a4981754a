import { Module } from '@nestjs/common';
import { BulkModule } from './bulk/bulk.module';
import { ClientsModule } from './clients/clients.module';
import { CommentsModule } from './comments/comments.module';
import { PeriodsModule } from './periods/periods.module';
import { ProjectsModule } from './projects/projects.module';
import { ReportsModule } from './reports/reports.module';
import { SavedFiltersModule } from './saved-filters/saved-filters.module';
import { TasksModule } from './tasks/tasks.module';
import { TemplatesModule } from './templates/templates.module';
import { TimeEntriesModule } from './time-entries/time-entries.module';
import { TimeImportModule } from './time-import/time-import.module';

/** Clients, projects, tasks, and the time that people spend on them. */
@Module({
  imports: [
    BulkModule,
    ClientsModule,
    CommentsModule,
    PeriodsModule,
    ProjectsModule,
    ReportsModule,
    SavedFiltersModule,
    TasksModule,
    TemplatesModule,
    TimeEntriesModule,
    TimeImportModule,
  ],
})
export class WorkModule {}

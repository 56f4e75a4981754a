import { Module } from '@nestjs/common';
import { AccountsModule } from '@tidemark/api/accounts';
import { DatabaseModule } from '@tidemark/api/platform';
import { PeriodsModule } from '../periods/periods.module';
import { ProjectMember } from '../projects/project-member.entity';
import { ProjectsModule } from '../projects/projects.module';
import { Task } from '../tasks/task.entity';
import { EntryWork } from './entry-work';
import { LateEdits } from './late-edits';
import { TimeEntriesController } from './time-entries.controller';
import { TimeEntriesService } from './time-entries.service';
import { TimeEntryList } from './time-entry-list';
import { TimeEntryRights } from './time-entry-rights';
import { TimeEntry } from './time-entry.entity';
import { TimersController } from './timers.controller';
import { TimersService } from './timers.service';
import { TimeSummaries } from './time-summaries';

@Module({
  imports: [
    AccountsModule,
    DatabaseModule.forFeature([ProjectMember, Task, TimeEntry]),
    PeriodsModule,
    ProjectsModule,
  ],
  controllers: [TimersController, TimeEntriesController],
  providers: [
    EntryWork,
    LateEdits,
    TimeEntriesService,
    TimeEntryList,
    TimeEntryRights,
    TimersService,
    TimeSummaries,
  ],
  exports: [EntryWork, TimeEntriesService, TimeEntryList, TimersService],
})
export class TimeEntriesModule {}

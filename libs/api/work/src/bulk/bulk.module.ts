import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/projects.module';
import { TasksModule } from '../tasks/tasks.module';
import { TimeEntriesModule } from '../time-entries/time-entries.module';
import { BulkChanges } from './bulk-changes';
import { BulkController } from './bulk.controller';
import { BulkService } from './bulk.service';

@Module({
  imports: [ProjectsModule, TasksModule, TimeEntriesModule],
  controllers: [BulkController],
  providers: [BulkChanges, BulkService],
})
export class BulkModule {}

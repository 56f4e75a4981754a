import { Module } from '@nestjs/common';
import { DatabaseModule } from '@tidemark/api/platform';
import { ProjectsModule } from '../projects/projects.module';
import { TimeEntry } from '../time-entries/time-entry.entity';
import { TaskList } from './task-list';
import { Task } from './task.entity';
import { TasksController } from './tasks.controller';
import { TasksService } from './tasks.service';

@Module({
  imports: [DatabaseModule.forFeature([Task, TimeEntry]), ProjectsModule],
  controllers: [TasksController],
  providers: [TaskList, TasksService],
  exports: [TasksService],
})
export class TasksModule {}

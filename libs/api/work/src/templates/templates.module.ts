import { Module } from '@nestjs/common';
import { DatabaseModule } from '@tidemark/api/platform';
import { TimeEntriesModule } from '../time-entries/time-entries.module';
import { TemplateList } from './template-list';
import { TemplatesController } from './templates.controller';
import { TemplatesService } from './templates.service';
import { TimeEntryTemplate } from './time-entry-template.entity';

@Module({
  imports: [DatabaseModule.forFeature([TimeEntryTemplate]), TimeEntriesModule],
  controllers: [TemplatesController],
  providers: [TemplateList, TemplatesService],
})
export class TemplatesModule {}

import { Module } from '@nestjs/common';
import { TimeEntriesModule } from '../time-entries/time-entries.module';
import { Duplicates } from './duplicates';
import { Names } from './names';
import { TimeImportController } from './time-import.controller';
import { TimeImportService } from './time-import.service';

@Module({
  imports: [TimeEntriesModule],
  controllers: [TimeImportController],
  providers: [Duplicates, Names, TimeImportService],
})
export class TimeImportModule {}

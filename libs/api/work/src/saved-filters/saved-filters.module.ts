import { Module } from '@nestjs/common';
import { DatabaseModule } from '@tidemark/api/platform';
import { SavedFilter } from './saved-filter.entity';
import { SavedFiltersController } from './saved-filters.controller';
import { SavedFiltersService } from './saved-filters.service';

@Module({
  imports: [DatabaseModule.forFeature([SavedFilter])],
  controllers: [SavedFiltersController],
  providers: [SavedFiltersService],
})
export class SavedFiltersModule {}

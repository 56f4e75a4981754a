import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { DatabaseModule } from '@tidemark/api/platform';
import { ActivityCatalogueService } from './catalogue/activity-catalogue.service';
import { ActivitiesController } from './feed/activities.controller';
import { ActivityEventsService } from './feed/activity-events.service';
import { ActivityFeedService } from './feed/activity-feed.service';
import { FeedCursors } from './feed/feed-cursors';
import { FeedScopes } from './feed/feed-scopes';
import { FeedTotals } from './feed/feed-totals';
import { ShapeChooser } from './feed/shape-chooser';
import { Activity } from './record/activity.entity';
import { ActivityInterceptor } from './record/activity.interceptor';
import { ActivityService } from './record/activity.service';
import { RowRecorder } from './record/row-recorder';
import { ActivityStatsService } from './stats/activity-stats.service';

/** The heart: what happened is recorded here, and read from here. Needs a `ProjectAccess` to be bound. */
@Global()
@Module({
  imports: [DatabaseModule.forFeature([Activity])],
  controllers: [ActivitiesController],
  providers: [
    ActivityService,
    { provide: APP_INTERCEPTOR, useClass: ActivityInterceptor },
    ActivityFeedService,
    ActivityEventsService,
    ActivityCatalogueService,
    ActivityStatsService,
    FeedCursors,
    FeedScopes,
    FeedTotals,
    RowRecorder,
    ShapeChooser,
  ],
  exports: [ActivityService, RowRecorder],
})
export class ActivityModule {}

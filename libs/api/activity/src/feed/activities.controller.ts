import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentUser, IdPipe, SIGNED_IN, type Viewer } from '@tidemark/api/platform';
import type { ActivityCatalogue, ActivityNeighbourhood } from '@tidemark/contracts';
import type { FastifyReply } from 'fastify';
import { ActivityCatalogueService } from '../catalogue/activity-catalogue.service';
import { ActivityStatsService } from '../stats/activity-stats.service';
import { StatsQuery } from '../stats/stats.query';
import { ActivityEventsService } from './activity-events.service';
import { ActivityFeedService } from './activity-feed.service';
import { FeedFilterQuery, ListActivitiesQuery } from './list-activities.query';

@ApiTags('activities')
@Controller('activities')
export class ActivitiesController {
  constructor(
    private readonly feed: ActivityFeedService,
    private readonly events: ActivityEventsService,
    private readonly statistics: ActivityStatsService,
    private readonly catalogues: ActivityCatalogueService,
  ) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'What happened, newest first, as far as you may see it' })
  @ApiOkResponse({ description: 'ActivityPage; `ETag` for the next poll' })
  @ApiResponse({ status: 304, description: 'Nothing new since `If-None-Match`' })
  async list(
    @CurrentUser() viewer: Viewer,
    @Query() query: ListActivitiesQuery,
    @Headers('if-none-match') tag: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const answer = await this.feed.list(viewer, query, tag);
    void reply.header('etag', answer.etag).header('cache-control', 'private, no-cache');
    void reply.header('vary', 'authorization').type('application/json; charset=utf-8');
    void reply.status('unchanged' in answer ? 304 : 200);
    return 'json' in answer ? answer.json : undefined;
  }

  @Get('stats')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'How much happened in the last days, by type, action, person and day' })
  @ApiOkResponse({ description: 'ActivityStats' })
  stats(@CurrentUser() viewer: Viewer, @Query() query: StatsQuery) {
    return this.statistics.of(viewer, query.days);
  }

  @Get('catalogue')
  @Allow(...SIGNED_IN)
  @ApiOperation({
    summary: 'Everything that is recorded, how it is told, and when it last happened',
  })
  @ApiOkResponse({ description: 'ActivityCatalogue' })
  catalogue(@CurrentUser() viewer: Viewer): Promise<ActivityCatalogue> {
    return this.catalogues.of(viewer);
  }

  @Get(':id')
  @Allow(...SIGNED_IN)
  @ApiOperation({
    summary: 'One activity, and the ones next to it among those that the filters find',
  })
  @ApiOkResponse({ description: 'ActivityNeighbourhood' })
  event(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Query() query: FeedFilterQuery,
  ): Promise<ActivityNeighbourhood> {
    return this.events.find(viewer, id, query);
  }
}

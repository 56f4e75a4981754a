import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LogActivity } from '@tidemark/api/activity';
import {
  Allow,
  CurrentUser,
  IdPipe,
  SIGNED_IN,
  type Viewer,
  WRITERS,
} from '@tidemark/api/platform';
import type { SavedFilterPage, SavedFilterView } from '@tidemark/contracts';
import { ListFiltersQuery, SaveFilterDto, UpdateFilterDto } from './save-filter.dto';
import { savedFilterSubject } from './saved-filter.activity';
import { SavedFiltersService } from './saved-filters.service';

@ApiTags('saved filters')
@Controller('saved-filters')
export class SavedFiltersController {
  constructor(private readonly filters: SavedFiltersService) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'The own saved filters, and those for everybody' })
  page(@CurrentUser() viewer: Viewer, @Query() query: ListFiltersQuery): Promise<SavedFilterPage> {
    return this.filters.page(viewer, query);
  }

  @Get(':id')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'One saved filter' })
  get(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<SavedFilterView> {
    return this.filters.get(viewer, id);
  }

  @Post()
  @Allow(...WRITERS)
  @LogActivity(savedFilterSubject, 'created')
  @ApiOperation({ summary: 'Keep a filter of the activity page, for oneself or for everybody' })
  async create(
    @CurrentUser() viewer: Viewer,
    @Body() body: SaveFilterDto,
  ): Promise<SavedFilterView> {
    return this.filters.get(viewer, await this.filters.create(viewer, body));
  }

  @Patch(':id')
  @Allow(...WRITERS)
  @LogActivity(savedFilterSubject, 'updated')
  @ApiOperation({ summary: 'Rename, change, share or unshare an own saved filter' })
  async update(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: UpdateFilterDto,
  ): Promise<SavedFilterView> {
    await this.filters.update(viewer, id, body);
    return this.filters.get(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow(...WRITERS)
  @LogActivity(savedFilterSubject, 'deleted')
  @ApiOperation({ summary: 'Delete an own saved filter; administrators also one for everybody' })
  delete(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<void> {
    return this.filters.delete(viewer, id);
  }
}

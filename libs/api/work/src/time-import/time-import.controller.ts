import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotLogged } from '@tidemark/api/activity';
import { Allow, CsvBodyPipe, CurrentUser, type Viewer, WRITERS } from '@tidemark/api/platform';
import type { TimeImport } from '@tidemark/contracts';
import { ImportTimeQuery } from './time-import.query';
import { TimeImportService } from './time-import.service';

@ApiTags('time entries')
@Controller('time-entries/import')
export class TimeImportController {
  constructor(private readonly service: TimeImportService) {}

  @Post()
  @HttpCode(200)
  @Allow(...WRITERS)
  @NotLogged('records each time entry, all with one batch id')
  @RouteConfig({ csv: true })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string' }, description: 'The file, in UTF-8 or UTF-16' })
  @ApiOperation({ summary: 'Import time entries from CSV: all lines or none' })
  import(
    @CurrentUser() viewer: Viewer,
    @Body(CsvBodyPipe) file: object,
    @Query() query: ImportTimeQuery,
  ): Promise<TimeImport> {
    return this.service.run(viewer, file as Uint8Array, query);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LogActivity } from '@tidemark/api/activity';
import { Allow, CurrentUser, IdPipe, SIGNED_IN, type Viewer } from '@tidemark/api/platform';
import type { ClientPage, ClientView } from '@tidemark/contracts';
import { clientSubject } from './client.activity';
import { toClientView } from './client.view';
import { ClientsService } from './clients.service';
import { ListClientsQuery } from './list-clients.query';
import { SaveClientDto, UpdateClientDto } from './save-client.dto';

@ApiTags('clients')
@Controller('clients')
export class ClientsController {
  constructor(private readonly clients: ClientsService) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'Clients, for administrators, auditors and leads' })
  list(@CurrentUser() viewer: Viewer, @Query() query: ListClientsQuery): Promise<ClientPage> {
    return this.clients.list(viewer, query);
  }

  @Get(':id')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'One client' })
  async get(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<ClientView> {
    return toClientView(await this.clients.get(viewer, id));
  }

  @Post()
  @Allow('admin')
  @LogActivity(clientSubject, 'created')
  @ApiOperation({ summary: 'Add a client' })
  async create(@Body() body: SaveClientDto): Promise<ClientView> {
    return toClientView(await this.clients.create(body));
  }

  @Patch(':id')
  @Allow('admin')
  @LogActivity(clientSubject, 'updated')
  @ApiOperation({ summary: 'Change a client' })
  async update(
    @Param('id', IdPipe) id: number,
    @Body() body: UpdateClientDto,
  ): Promise<ClientView> {
    return toClientView(await this.clients.update(id, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  @LogActivity(clientSubject, 'deleted')
  @ApiOperation({ summary: 'Delete a client without projects' })
  delete(@Param('id', IdPipe) id: number): Promise<void> {
    return this.clients.delete(id);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Allow('admin')
  @LogActivity(clientSubject, 'archived')
  @ApiOperation({ summary: 'Archive a client: it takes no new projects' })
  async archive(@Param('id', IdPipe) id: number): Promise<ClientView> {
    return toClientView(await this.clients.archive(id));
  }

  @Post(':id/unarchive')
  @HttpCode(200)
  @Allow('admin')
  @LogActivity(clientSubject, 'unarchived')
  @ApiOperation({ summary: 'Take a client out of the archive' })
  async unarchive(@Param('id', IdPipe) id: number): Promise<ClientView> {
    return toClientView(await this.clients.unarchive(id));
  }
}

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotLogged } from '@tidemark/api/activity';
import { Public } from '@tidemark/api/platform';
import type { Session, SetupState } from '@tidemark/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SetupDto } from './auth.dto';
import { SessionCookies } from './sessions/session-cookies';
import { SetupService } from './setup.service';

@ApiTags('setup')
@Controller('setup')
export class SetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  @Public('The sign-in page asks before there is anybody; it says yes or no')
  @ApiOperation({ summary: 'Whether the first administrator is still to be made' })
  async state(): Promise<SetupState> {
    return { needed: await this.setup.isNeeded() };
  }

  @Post()
  @Public('Nobody has an account yet: the one-time link is the proof')
  @NotLogged('Records the new person itself, who is also the one who acts')
  @ApiOperation({ summary: 'Makes the first administrator by the one-time link and signs in' })
  async complete(
    @Body() body: SetupDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.cookies.give(request, reply, await this.setup.complete(body));
  }
}

import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotLogged } from '@tidemark/api/activity';
import { Public } from '@tidemark/api/platform';
import type { Session } from '@tidemark/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Invitations } from '../users/invitations';
import { AcceptInvitationDto, LoginDto } from './auth.dto';
import { SessionCookies } from './sessions/session-cookies';
import { PasswordSignIn } from './sign-in/password-sign-in';
import { SignIns } from './sign-in/sign-ins';

@ApiTags('sign-in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly passwordSignIn: PasswordSignIn,
    private readonly signIns: SignIns,
    private readonly invitations: Invitations,
    private readonly cookies: SessionCookies,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public('This is where a session begins')
  @NotLogged('Records the sign-in itself, and the failed ones, which no transaction must undo')
  @ApiOperation({ summary: 'Signs in by username or e-mail and password; sets the refresh cookie' })
  async login(
    @Body() body: LoginDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const signedIn = await this.passwordSignIn.signIn(body, this.cookies.deviceOf(request));
    return this.cookies.give(request, reply, signedIn);
  }

  @Post('refresh')
  @HttpCode(200)
  @Public('The cookie says whose session it is; the access token has usually expired')
  @NotLogged('The session goes on: nothing has happened to anybody')
  @ApiOperation({ summary: 'Continues the session of the refresh cookie, which is used up by it' })
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const signedIn = await this.signIns.refresh(this.cookies.refreshToken(request));
    return this.cookies.give(request, reply, signedIn);
  }

  @Post('logout')
  @HttpCode(204)
  @Public('Ends the session of the cookie, whatever the state of the access token')
  @NotLogged('Records the sign-out itself: only the cookie says who it is')
  @ApiOperation({ summary: 'Ends the session of the refresh cookie' })
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.end(this.cookies.refreshToken(request));
    this.cookies.forget(reply);
  }

  @Post('invitation')
  @HttpCode(200)
  @Public('The link is the proof: an invited person has no password yet')
  @NotLogged('Records the password and the sign-in itself: only the link says who it is')
  @ApiOperation({ summary: 'Sets the password of an invited person and signs in' })
  async acceptInvitation(
    @Body() body: AcceptInvitationDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.cookies.give(request, reply, await this.invitations.accept(body));
  }
}

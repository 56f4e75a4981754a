import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LogActivity, NotLogged } from '@tidemark/api/activity';
import { Allow, CurrentUser, SIGNED_IN } from '@tidemark/api/platform';
import type { Me } from '@tidemark/contracts';
import type { SignedInPerson } from '../auth/tokens/jwt.strategy';
import { ProfileService } from './profile.service';
import { userSubject } from './user.activity';
import { ChangePasswordDto, SaveMeDto } from './user.dto';

@ApiTags('me')
@Controller('me')
@Allow(...SIGNED_IN)
export class MeController {
  constructor(private readonly profile: ProfileService) {}

  @Get()
  @ApiOperation({ summary: 'Oneself' })
  read(@CurrentUser() person: SignedInPerson): Promise<Me> {
    return this.profile.me(person.id);
  }

  @Patch()
  @LogActivity(userSubject, 'updated', ({ userId }) => ({ id: userId }))
  @ApiOperation({ summary: 'Changes the own profile' })
  update(@CurrentUser() person: SignedInPerson, @Body() body: SaveMeDto): Promise<Me> {
    return this.profile.update(person.id, body);
  }

  @Post('password')
  @HttpCode(204)
  @NotLogged('Records it itself: a password is no audited field, and wrong ones must stay counted')
  @ApiOperation({ summary: 'Sets a new password and ends all other sessions' })
  changePassword(
    @CurrentUser() person: SignedInPerson,
    @Body() body: ChangePasswordDto,
  ): Promise<void> {
    return this.profile.changePassword(person, body);
  }
}

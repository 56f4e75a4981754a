import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotLogged } from '@tidemark/api/activity';
import { Allow, SIGNED_IN } from '@tidemark/api/platform';
import type { SettingsView } from '@tidemark/contracts';
import { SaveSettingsDto } from './save-settings.dto';
import { Settings } from './settings.service';

@ApiTags('settings')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: Settings) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'What the organisation has set for everybody' })
  read(): Promise<SettingsView> {
    return this.settings.read();
  }

  @Patch()
  @Allow('admin')
  @NotLogged('Records each setting that changes itself')
  @ApiOperation({ summary: 'Change settings of the organisation' })
  change(@Body() body: SaveSettingsDto): Promise<SettingsView> {
    return this.settings.change(body);
  }
}

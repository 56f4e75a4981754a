import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnswersFile, Allow, IdPipe, PagedQuery } from '@tidemark/api/platform';
import type { MailPage, MailView } from '@tidemark/contracts';
import { pdfFile } from '../pdf/pdf-file';
import { MailboxService } from './mailbox.service';

@ApiTags('mailbox')
@Controller('mailbox')
export class MailboxController {
  constructor(private readonly mailbox: MailboxService) {}

  @Get()
  @Allow('admin')
  @ApiOperation({ summary: 'Mail that was kept because there is no mail server, newest first' })
  page(@Query() query: PagedQuery): Promise<MailPage> {
    return this.mailbox.page(query);
  }

  @Get(':id')
  @Allow('admin')
  @ApiOperation({ summary: 'One mail' })
  get(@Param('id', IdPipe) id: number): Promise<MailView> {
    return this.mailbox.get(id);
  }

  @Get(':id/attachment')
  @Allow('admin')
  @AnswersFile('application/pdf')
  @ApiOperation({ summary: 'The document that the mail carries' })
  async attachment(@Param('id', IdPipe) id: number): Promise<StreamableFile> {
    return pdfFile(await this.mailbox.attachment(id));
  }
}

import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LogActivity, NotLogged } from '@tidemark/api/activity';
import {
  AnswersFile,
  Allow,
  CurrentUser,
  IdPipe,
  REVIEWERS,
  SIGNED_IN,
  type Viewer,
} from '@tidemark/api/platform';
import type {
  InvoiceMail,
  InvoiceOptions,
  InvoicePage,
  InvoiceView,
  UnbilledTime,
} from '@tidemark/contracts';
import { PaymentsService } from '../payments/payments.service';
import { RecordPaymentDto } from '../payments/record-payment.dto';
import { ReversePaymentDto } from '../payments/reverse-payment.dto';
import { InvoicePdf } from '../pdf/invoice-pdf';
import { pdfFile } from '../pdf/pdf-file';
import { UnbilledTimeQuery } from '../unbilled/unbilled-time.query';
import { UnbilledTimeService } from '../unbilled/unbilled-time.service';
import { InvoiceList } from './invoice-list';
import { InvoiceSending } from './invoice-sending';
import { invoiceSubject } from './invoice.activity';
import { InvoicesService } from './invoices.service';
import { ListInvoicesQuery } from './list-invoices.query';
import {
  ChangeInvoiceStatusDto,
  SaveInvoiceDto,
  SendInvoiceDto,
  UpdateInvoiceDto,
} from './save-invoice.dto';

@ApiTags('invoices')
@Controller('invoices')
export class InvoicesController {
  constructor(
    private readonly list: InvoiceList,
    private readonly invoices: InvoicesService,
    private readonly payments: PaymentsService,
    private readonly unbilledTime: UnbilledTimeService,
    private readonly sending: InvoiceSending,
    private readonly pdf: InvoicePdf,
  ) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'Invoices, for administrators, auditors and leads' })
  page(@CurrentUser() viewer: Viewer, @Query() query: ListInvoicesQuery): Promise<InvoicePage> {
    return this.list.page(viewer, query);
  }

  @Get('options')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'Where mail goes, and the currencies that invoices may be in' })
  options(@CurrentUser() viewer: Viewer): Promise<InvoiceOptions> {
    return this.list.options(viewer);
  }

  @Get('unbilled')
  @Allow(...REVIEWERS)
  @ApiOperation({ summary: 'Time of a client or project that could be billed, as lines' })
  unbilled(
    @CurrentUser() viewer: Viewer,
    @Query() query: UnbilledTimeQuery,
  ): Promise<UnbilledTime> {
    return this.unbilledTime.of(viewer, query);
  }

  @Get(':id')
  @Allow(...SIGNED_IN)
  @ApiOperation({ summary: 'One invoice with its lines and payments' })
  get(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<InvoiceView> {
    return this.list.view(viewer, id);
  }

  @Get(':id/pdf')
  @Allow(...SIGNED_IN)
  @AnswersFile('application/pdf')
  @ApiOperation({ summary: 'The invoice as a document' })
  async document(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
  ): Promise<StreamableFile> {
    return pdfFile(await this.pdf.file(await this.list.get(viewer, id)));
  }

  @Get(':id/mail')
  @Allow('admin')
  @ApiOperation({ summary: 'What a mail with the invoice says unless it is told otherwise' })
  mail(@CurrentUser() viewer: Viewer, @Param('id', IdPipe) id: number): Promise<InvoiceMail> {
    return this.sending.words(viewer, id);
  }

  @Post()
  @Allow('admin')
  @LogActivity(invoiceSubject, 'created')
  @ApiOperation({ summary: 'Write an invoice: it gets the next number of its year' })
  async create(@CurrentUser() viewer: Viewer, @Body() body: SaveInvoiceDto): Promise<InvoiceView> {
    return this.list.view(viewer, await this.invoices.create(viewer, body));
  }

  @Patch(':id')
  @Allow('admin')
  @LogActivity(invoiceSubject, 'updated')
  @ApiOperation({ summary: 'Change a draft' })
  async update(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: UpdateInvoiceDto,
  ): Promise<InvoiceView> {
    await this.invoices.update(id, body);
    return this.list.view(viewer, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  @LogActivity(invoiceSubject, 'deleted')
  @ApiOperation({ summary: 'Delete a draft with the newest number of its year' })
  delete(@Param('id', IdPipe) id: number): Promise<void> {
    return this.invoices.delete(id);
  }

  @Post(':id/status')
  @HttpCode(200)
  @Allow('admin')
  @LogActivity(invoiceSubject, 'status_changed')
  @ApiOperation({ summary: 'Set a draft to sent without a mail, or cancel an invoice' })
  async changeStatus(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: ChangeInvoiceStatusDto,
  ): Promise<InvoiceView> {
    await this.invoices.changeStatus(id, body);
    return this.list.view(viewer, id);
  }

  @Post(':id/send')
  @HttpCode(200)
  @Allow('admin')
  @NotLogged('records by itself once the mail is out: no transaction waits for a mail server')
  @ApiOperation({ summary: 'Send the invoice by mail, with the document' })
  async send(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: SendInvoiceDto,
  ): Promise<InvoiceView> {
    await this.sending.send(viewer, id, body);
    return this.list.view(viewer, id);
  }

  @Post(':id/payments')
  @HttpCode(200)
  @Allow('admin')
  @LogActivity(invoiceSubject, 'paid')
  @ApiOperation({ summary: 'Record a payment: all of the balance, or a part' })
  async pay(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Body() body: RecordPaymentDto,
  ): Promise<InvoiceView> {
    await this.payments.record(viewer, id, body);
    return this.list.view(viewer, id);
  }

  @Post(':id/payments/:paymentId/reverse')
  @HttpCode(200)
  @Allow('admin')
  @LogActivity(invoiceSubject, 'updated')
  @ApiOperation({ summary: 'Take back a payment that was recorded by mistake, or bounced' })
  async reverse(
    @CurrentUser() viewer: Viewer,
    @Param('id', IdPipe) id: number,
    @Param('paymentId', IdPipe) paymentId: number,
    @Body() { reason }: ReversePaymentDto,
  ): Promise<InvoiceView> {
    await this.payments.reverse(viewer, id, paymentId, reason);
    return this.list.view(viewer, id);
  }
}

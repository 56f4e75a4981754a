import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { NotLogged } from '@tidemark/api/activity';
import {
  Allow,
  CurrentUser,
  LongTextField,
  PagedQuery,
  SIGNED_IN,
  type Viewer,
} from '@tidemark/api/platform';
import type { OpenPeriod, PeriodPage, ReviewedPeriodView } from '@tidemark/contracts';
import { MonthPipe } from './month.pipe';
import { PeriodList } from './period-list';
import { PeriodsService } from './periods.service';

export class OpenPeriodDto implements OpenPeriod {
  @LongTextField({ min: 1, max: 500 })
  readonly reason: string;
}

@ApiTags('periods')
@Controller('periods')
export class PeriodsController {
  constructor(
    private readonly periods: PeriodsService,
    private readonly list: PeriodList,
  ) {}

  @Get()
  @Allow(...SIGNED_IN)
  @ApiOperation({
    summary: 'Months and whether they are closed; for reviewers with what is in them',
  })
  page(@CurrentUser() viewer: Viewer, @Query() query: PagedQuery): Promise<PeriodPage> {
    return this.list.page(viewer, query);
  }

  @Post(':month/close')
  @HttpCode(200)
  @Allow('admin')
  @NotLogged('Records the month itself, with what is in it')
  @ApiOperation({ summary: 'Close a month: no time in it can change' })
  async close(
    @CurrentUser() viewer: Viewer,
    @Param('month', MonthPipe) month: string,
  ): Promise<ReviewedPeriodView> {
    await this.periods.close(viewer, month);
    return this.list.get(month);
  }

  @Post(':month/open')
  @HttpCode(200)
  @Allow('admin')
  @NotLogged('Records the month itself, with the reason')
  @ApiOperation({ summary: 'Open a closed month again' })
  async open(
    @Param('month', MonthPipe) month: string,
    @Body() { reason }: OpenPeriodDto,
  ): Promise<ReviewedPeriodView> {
    await this.periods.open(month, reason);
    return this.list.get(month);
  }
}
